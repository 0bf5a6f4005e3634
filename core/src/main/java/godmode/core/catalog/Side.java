package godmode.core.catalog;

import java.util.Locale;

/** On which side of a connection a fingerprint puts the file it was found in. */
public enum Side {
  /** It configures, builds or is the technology itself. */
  SERVER,
  /** It uses the technology, which runs somewhere else. */
  CLIENT,
  /** Both write it. */
  UNDETERMINED;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
