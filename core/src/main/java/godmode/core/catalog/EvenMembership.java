package godmode.core.catalog;

import java.util.Locale;

/** What an even number of voters does. */
public enum EvenMembership {
  /** Tolerates no more failures than one voter fewer, and a majority is harder to reach. */
  WASTEFUL,
  /** A tie stops it or lets both halves go on. */
  DANGEROUS,
  /** The system leaves one voter out by itself. */
  HARMLESS,
  /** Members do not vote. */
  NOT_APPLICABLE;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
