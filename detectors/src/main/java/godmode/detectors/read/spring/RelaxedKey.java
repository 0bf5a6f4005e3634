package godmode.detectors.read.spring;

import java.util.Locale;

/** Spring's relaxed binding: in which spellings a key means the same. */
final class RelaxedKey {
  private RelaxedKey() {}

  /** {@code spring.data-source.URL} and {@code spring.dataSource.url} give the same. */
  static String of(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /**
   * {@code SPRING_DATASOURCE_URL} and {@code spring.datasource.url} give the same; {@code
   * ROUTES_0_URI} and {@code routes[0].uri} do, too.
   */
  static String ofVariable(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether an environment variable's name can be meant for a property. */
  static boolean isVariable(String name) {
    return name.indexOf('_') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** The key that a variable sets when no file has it: {@code spring.datasource.url}. */
  static String keyOfVariable(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
