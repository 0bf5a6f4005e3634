package godmode.core.catalog;

import java.util.Locale;

/** A package registry's naming scheme, as build files use it. */
public enum Ecosystem {
  /** {@code group:artifact}. */
  MAVEN,
  NPM,
  PYPI,
  /** Module path. */
  GO,
  CARGO,
  NUGET,
  GEM,
  COMPOSER;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
