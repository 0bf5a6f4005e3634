package godmode.templates.code;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The patterns that can be generated. */
public final class Patterns {
  private Patterns() {}

  /** Every one on the class path, by theme and name. */
  public static List<Pattern> onClassPath() {
    return ServiceLoader.load(Recipe.class).stream()
        .map(recipe -> recipe.get().pattern())
        .sorted(Comparator.comparing(Pattern::theme).thenComparing(Pattern::name))
        .toList();
  }

  /** Those that can be written in this. */
  public static List<Pattern> in(Flavour flavour) {
    return onClassPath().stream().filter(each -> each.flavours().contains(flavour)).toList();
  }

  /** The one of this name. */
  public static Optional<Pattern> named(String name) {
    return onClassPath().stream().filter(pattern -> pattern.name().equals(name)).findFirst();
  }
}
