package godmode.detectors.flows;

import java.util.Locale;

/** The properties behind getters and setters. */
final class Properties {
  private Properties() {}

  /** What a getter reads: {@code stock} for {@code getStock}, {@code isStock} and {@code stock}. */
  static String read(String method) {
    if (method.startsWith("get") && method.length() > 3) {
      return lower(method.substring(3));
    }
    return method.startsWith("is") && method.length() > 2 ? lower(method.substring(2)) : method;
  }

  /** What a setter writes; empty if it is none. */
  static String written(String method) {
    return method.startsWith("set") && method.length() > 3 ? lower(method.substring(3)) : "";
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
