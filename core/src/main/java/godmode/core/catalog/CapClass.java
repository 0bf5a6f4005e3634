package godmode.core.catalog;

import java.util.Locale;

/** What a technology gives up in a partition, as it comes. */
public enum CapClass {
  /** Refuses on the smaller side. */
  CP,
  /** Answers on both sides. */
  AP,
  /** One copy: the theorem does not apply. */
  SINGLE_COPY,
  /** A setting or each operation decides. */
  TUNABLE;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
