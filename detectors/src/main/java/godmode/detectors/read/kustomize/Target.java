package godmode.detectors.read.kustomize;

import godmode.detectors.read.yaml.Located;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which objects a patch changes: {@code target} of a patch, or the patch's own kind and name. */
final class Target {
  /** Longer expressions are not tried, in characters. */
  private static final int PATTERN_MAX = 200;

  private final Located written;

  Target(Located written) {
    this.written = written;
  }

  boolean matches(Resource resource) {
    return fits("kind", resource.kind())
        && fits("group", resource.group())
        && (fits("name", resource.name()) || fits("name", resource.deployedName()))
        && fits("namespace", resource.namespace())
        && selects("labelSelector", resource.root().get("metadata.labels"))
        && selects("annotationSelector", resource.root().get("metadata.annotations"));
  }

  /** Expressions are anchored, and a field that is not written fits everything. */
  private boolean fits(String field, String value) {
    Optional<String> expression = written.text(field).filter(text -> !text.isEmpty());
    if (expression.isEmpty()) {
      return true;
    }
    String text = expression.get();
    if (text.matches("[\\w-]*") || text.length() > PATTERN_MAX) {
      return text.equals(value);
    }
    try {
      return Pattern.matches(text, value);
    } catch (PatternSyntaxException e) {
      return text.equals(value);
    }
  }

  /** {@code a=b,c!=d,e}; other forms select nothing. */
  private boolean selects(String field, Optional<Located> labels) {
    String selector = written.text(field).orElse("");
    for (String part : selector.split(",", -1)) {
      String term = part.strip();
      if (!term.isEmpty() && !holds(term, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String term, Optional<Located> labels) {
    boolean not = term.contains("!=");
    String[] sides = term.split("!=|==|=", 2);
    Optional<String> value = labels.flatMap(all -> all.text(sides[0].strip()));
    if (sides.length == 1) {
      return term.startsWith("!")
          ? labels.flatMap(all -> all.at(term.substring(1))).isEmpty()
          : value.isPresent();
    }
    return value.filter(sides[1].strip()::equals).isPresent() != not;
  }
}
