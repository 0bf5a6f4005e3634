package godmode.core.interview;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an answer says besides itself, so that it is not asked twice. */
public final class Derived {
  private Derived() {}

  /** Further fields that follow from a value, by their paths. */
  public static Map<String, String> of(String path, String text) {
    Map<String, String> further = new LinkedHashMap<>();
    if (path.startsWith("leaders.") && path.endsWith(".two-at-once")) {
      further.put(
          path.replaceFirst("two-at-once$", "purpose"),
          text.equals("corruption") ? "correctness" : "efficiency");
    }
    if (path.startsWith("locks.") && path.endsWith(".resource") && text.equals("cannot-check")) {
      further.put(path.replaceFirst("resource$", "fencing.token"), "none");
    }
    return further;
  }
}
