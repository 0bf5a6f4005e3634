package godmode.detectors.read.variables;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces variables in texts, in all forms of the Compose Specification (12-interpolation.md).
 *
 * <p>A text that needs a variable without a value becomes unresolved. Compose would put nothing in
 * its place, but whoever starts the project may well have set it.
 */
public final class Interpolation {
  /** Longer results are not built, in characters; variables that double each other could. */
  static final int LENGTH_MAX = 64 * 1024;

  /** How deep a default may hold another default. */
  static final int NESTING_MAX = 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern BODY =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])(.*))?", Pattern.DOTALL);

  private final Variables variables;

  public Interpolation(Variables variables) {
    this.variables = variables;
  }

  /** A text after replacement, or the reason why it has none. */
  private record Expansion(String text, String reason) {
    static Expansion of(String text) {
      return new Expansion(text, "");
    }

    static Expansion none(String reason) {
      return new Expansion("", reason);
    }

    boolean failed() {
      return !reason.isEmpty();
    }
  }

  /** The whole tree with every scalar's variables replaced; keys are never touched. */
  public Located tree(Located node) {
    if (node.isScalar()) {
      return node.isNull() ? node : scalar(node).withTag(node.tag());
    }
    return Trees.map(node, this::tree);
  }

  /** One scalar. Where it is nothing but a variable, the place of the variable's value is kept. */
  public Located scalar(Located node) {
    String written = node.written();
    if (written.indexOf('$') < 0) {
      return node;
    }
    Expansion expansion = expand(written, 0);
    if (expansion.failed()) {
      return Located.unresolved(node.place(), written, expansion.reason());
    }
    Place place = onlyVariable(written).map(Located::place).orElse(node.place());
    return Located.scalar(place, expansion.text(), node.quoted() || expansion.text().isEmpty());
  }

  /** The value that a text consists of, if it is one variable and that has a value. */
  private Optional<Located> onlyVariable(String written) {
    boolean braces = written.startsWith("${") && closing(written, 0) == written.length() - 1;
    Matcher body =
        BODY.matcher(
            braces ? written.substring(2, written.length() - 1) : written.replaceFirst("^\\$", ""));
    if (!written.startsWith("$") || !body.matches()) {
      return Optional.empty();
    }
    String operator = body.group(2) == null ? "" : body.group(2);
    if (operator.endsWith("+") || (!braces && !operator.isEmpty())) {
      return Optional.empty();
    }
    return operator.startsWith(":") ? nonEmpty(body.group(1)) : variables.get(body.group(1));
  }

  private Optional<Located> nonEmpty(String name) {
    return variables.get(name).filter(value -> !value.written().isEmpty());
  }

  private Expansion expand(String text, int nesting) {
    if (nesting > NESTING_MAX) {
      return Expansion.none("variables are nested deeper than " + NESTING_MAX + " levels");
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      Matcher name = NAME.matcher(text);
      if (c != '$' || i + 1 == text.length()) {
        out.append(c);
        i++;
      } else if (text.charAt(i + 1) == '$') {
        out.append('$');
        i += 2;
      } else if (text.charAt(i + 1) == '{') {
        int end = closing(text, i);
        Expansion value =
            end < 0
                ? Expansion.none("'" + text.substring(i) + "' has no closing brace")
                : braced(text.substring(i + 2, end), nesting);
        if (value.failed()) {
          return value;
        }
        out.append(value.text());
        i = end + 1;
      } else if (name.region(i + 1, text.length()).lookingAt()) {
        Expansion value = value(name.group());
        if (value.failed()) {
          return value;
        }
        out.append(value.text());
        i = name.end();
      } else {
        out.append(c);
        i++;
      }
      if (out.length() > LENGTH_MAX) {
        return Expansion.none("its value is longer than " + LENGTH_MAX + " characters");
      }
    }
    return Expansion.of(out.toString());
  }

  /** The position of the brace that closes the one after the dollar sign, or -1. */
  private static int closing(String text, int dollar) {
    int open = 0;
    for (int i = dollar + 1; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        open++;
      } else if (text.charAt(i) == '}' && --open == 0) {
        return i;
      }
    }
    return -1;
  }

  private Expansion braced(String body, int nesting) {
    Matcher parts = BODY.matcher(body);
    if (!parts.matches()) {
      return Expansion.none("'${" + body + "}' is no variable that can be read");
    }
    String name = parts.group(1);
    String operator = parts.group(2) == null ? "" : parts.group(2);
    String word = parts.group(3) == null ? "" : parts.group(3);
    Optional<Located> value = operator.startsWith(":") ? nonEmpty(name) : variables.get(name);
    return switch (operator) {
      case "-", ":-" -> value.isPresent() ? value(name) : expand(word, nesting + 1);
      case "+", ":+" -> value.isPresent() ? expand(word, nesting + 1) : replacement(name);
      case "?", ":?" -> value.isPresent() ? value(name) : required(name, word);
      default -> value(name);
    };
  }

  private Expansion value(String name) {
    Optional<Located> value = variables.get(name);
    if (value.isEmpty()) {
      return Expansion.none("variable " + name + " has no value in the repository");
    }
    return value.get().isUnresolved()
        ? Expansion.none(value.get().reason())
        : Expansion.of(value.get().written());
  }

  /** Set but empty means no replacement; not set means that we do not know. */
  private Expansion replacement(String name) {
    return variables.get(name).isPresent() ? Expansion.of("") : value(name);
  }

  private static Expansion required(String name, String message) {
    String said = message.isBlank() ? "" : " (" + message.strip() + ")";
    return Expansion.none("variable " + name + " is required and not in the repository" + said);
  }
}
