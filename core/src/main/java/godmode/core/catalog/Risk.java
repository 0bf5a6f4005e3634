package godmode.core.catalog;

import java.util.Locale;

/** What a setting left alone endangers. */
public enum Risk {
  DATA_LOSS,
  SPLIT_BRAIN,
  DUPLICATION,
  ORDERING,
  STALENESS,
  AVAILABILITY,
  SECURITY,
  NONE;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
