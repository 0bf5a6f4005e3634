package godmode.templates.code;

/**
 * Says how one pattern is written. An implementation is found through {@code META-INF/services};
 * its package is that of its {@link Theme}, and its templates lie there in a folder with the name
 * of the pattern, those for Spring in the folder {@code spring} in it.
 */
public interface Recipe {
  /** What is written, and what for. */
  Pattern pattern();
}
