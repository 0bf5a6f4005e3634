package godmode.core.catalog;

import java.util.Locale;

/** How far one fingerprint goes. */
public enum Strength {
  /** Enough on its own. */
  STRONG,
  /** Supports other evidence; other technologies or first-party code write the same. */
  WEAK;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
