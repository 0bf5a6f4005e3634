package godmode.core.catalog;

import java.util.Locale;

/** Whether a resource outside the lock's system can compare the token. */
public enum ResourceUse {
  YES,
  NO,
  /** Under the condition named with it. */
  CONDITIONAL,
  /** The sources read do not say. */
  UNSTATED;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
