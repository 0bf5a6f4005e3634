package godmode.detectors.flows;

import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;

/**
 * A type as it is written somewhere.
 *
 * @param text with type arguments: {@code Optional<Order>}
 * @param scope the type in whose file it is written, whose imports say what it means
 */
record Ref(String text, JavaType scope) {

  /** Without type arguments and brackets. */
  String raw() {
    int open = text.indexOf('<');
    return (open < 0 ? text : text.substring(0, open)).replace("[]", "");
  }

  /** Its last part: {@code Builder} of {@code Invocation.Builder}. */
  String simple() {
    String raw = raw();
    return raw.substring(raw.lastIndexOf('.') + 1);
  }

  /** Its first part behind the package: {@code Invocation} of {@code Invocation.Builder}. */
  String outer() {
    String raw = raw().substring(packageLength());
    return raw.contains(".") ? raw.substring(0, raw.indexOf('.')) : raw;
  }

  /** The type around it as it is written, without package; empty if none is. */
  String holder() {
    String raw = raw().substring(packageLength());
    int end = raw.lastIndexOf('.');
    return end < 0 ? "" : raw.substring(raw.lastIndexOf('.', end - 1) + 1, end);
  }

  /** The package that is written before it; empty if none is. */
  String packageName() {
    return text.substring(0, Math.max(0, packageLength() - 1));
  }

  private int packageLength() {
    String raw = raw();
    int from = 0;
    int dot = raw.indexOf('.');
    while (dot > from && Character.isLowerCase(raw.charAt(from))) {
      from = dot + 1;
      dot = raw.indexOf('.', from);
    }
    return from;
  }

  boolean isArray() {
    return text.endsWith("[]");
  }

  /** Its type arguments. */
  List<Ref> arguments() {
    int open = text.indexOf('<');
    int close = text.lastIndexOf('>');
    List<Ref> found = new ArrayList<>();
    if (open < 0 || close < open) {
      return found;
    }
    int depth = 0;
    int from = open + 1;
    for (int i = open + 1; i <= close; i++) {
      char c = text.charAt(i);
      if (i == close || (c == ',' && depth == 0)) {
        found.add(new Ref(text.substring(from, i).strip(), scope));
        from = i + 1;
      } else if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
      }
    }
    return found;
  }

  /** What a collection, optional or stream of this type holds. */
  java.util.Optional<Ref> element() {
    if (isArray()) {
      return java.util.Optional.of(new Ref(text.substring(0, text.length() - 2), scope));
    }
    List<Ref> arguments = arguments();
    return arguments.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(arguments.get(arguments.size() - 1));
  }
}
