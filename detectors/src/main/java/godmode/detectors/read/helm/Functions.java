package godmode.detectors.read.helm;

import godmode.core.fact.Place;
import godmode.detectors.read.helm.Values.Unknown;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of Go templates, Sprig and Helm. What needs a cluster, a clock or chance has no
 * value here, and neither has a function that is not listed.
 */
final class Functions {
  private final Renderer renderer;

  Functions(Renderer renderer) {
    this.renderer = renderer;
  }

  Object call(String name, List<Object> arguments) {
    try {
      return flow(name, arguments)
          .or(() -> unknownIn(arguments).map(unknown -> (Object) unknown))
          .or(() -> logic(name, arguments))
          .or(() -> TextFunctions.call(name, arguments))
          .or(() -> NumberFunctions.call(name, arguments))
          .or(() -> CollectionFunctions.call(name, arguments))
          .or(() -> conversion(name, arguments))
          .orElseGet(() -> new Unknown("function " + name + " has no value in the repository"));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return new Unknown("function " + name + " does not fit its arguments");
    }
  }

  /** An argument that is unknown makes the result unknown; inside of collections it does not. */
  private static Optional<Unknown> unknownIn(List<Object> arguments) {
    return arguments.stream().flatMap(one -> Renderer.unknown(one).stream()).findFirst();
  }

  /** Functions that take unknown arguments, too. */
  private Optional<Object> flow(String name, List<Object> arguments) {
    return switch (name) {
      case "include" -> Optional.of(renderer.include(text(arguments, 0), arguments.get(1)));
      case "tpl" ->
          Renderer.unknown(arguments.get(0)).isPresent()
              ? Optional.of(arguments.get(0))
              : Optional.of(renderer.evaluated(text(arguments, 0), arguments.get(1)));
      case "default" -> Optional.of(orDefault(arguments));
      case "quote", "squote" -> Optional.of(quoted(arguments, name.equals("quote") ? '"' : '\''));
      case "indent" -> Optional.of(indented(arguments));
      case "nindent" -> Optional.of("\n" + indented(arguments));
      case "toYaml", "toYamlPretty", "mustToYaml" -> Optional.of(yaml(arguments.get(0)));
      case "toJson", "toPrettyJson", "mustToJson", "toRawJson" ->
          Optional.of(
              arguments.get(0) instanceof Unknown unknown
                  ? unknown
                  : ValueText.json(arguments.get(0)));
      case "required" -> Optional.of(required(arguments));
      case "fail" ->
          throw new BadTemplate("the chart refuses these values: " + firstLine(arguments), 1);
      case "list", "tuple" -> Optional.of(new ArrayList<>(arguments));
      // As `helm template` has it: without a cluster nothing is found.
      case "dict", "lookup" ->
          Optional.of(CollectionFunctions.dict(name.equals("dict") ? arguments : List.of()));
      case "set" -> Optional.of(CollectionFunctions.set(arguments));
      case "ternary" ->
          Renderer.unknown(arguments.get(2)).isPresent()
              ? Optional.of(arguments.get(2))
              : Optional.of(arguments.get(Values.isTrue(arguments.get(2)) ? 0 : 1));
      default -> Optional.empty();
    };
  }

  private static String firstLine(List<Object> arguments) {
    return text(arguments, 0)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Object orDefault(List<Object> arguments) {
    if (arguments.size() < 2) {
      return arguments.get(0);
    }
    Object given = arguments.get(1);
    return Renderer.unknown(given).isPresent() || Values.isTrue(given) ? given : arguments.get(0);
  }

  private static Object quoted(List<Object> arguments, char quote) {
    StringBuilder out = new StringBuilder();
    for (Object one : arguments) {
      if (Values.isNothing(one)) {
        continue;
      }
      out.append(out.isEmpty() ? "" : " ");
      String text = one instanceof Unknown unknown ? Marks.of(unknown) : Values.text(one);
      if (quote == '"') {
        ValueText.quoted(text, out);
      } else {
        out.append('\'').append(text).append('\'');
      }
    }
    return out.toString();
  }

  private static String indented(List<Object> arguments) {
    int width = (int) Math.min(200, Math.max(0, NumberFunctions.whole(arguments.get(0))));
    String pad = " ".repeat(width);
    Object value = arguments.get(1);
    String text = Values.text(value instanceof Unknown unknown ? Marks.of(unknown) : value);
    boolean onlyUnknown = Marks.isIn(text) && Marks.shown(text).strip().equals("…");
    // Where a block is unknown, a key of that name keeps the rest of the document readable.
    return onlyUnknown
        ? pad + text.strip() + ": " + text.strip()
        : pad + text.replace("\n", "\n" + pad);
  }

  private static Object yaml(Object value) {
    return value instanceof Unknown ? value : ValueText.yaml(value);
  }

  private static Object required(List<Object> arguments) {
    Object value = arguments.get(1);
    boolean missing = Values.isNothing(value) || "".equals(value);
    return missing ? new Unknown("it is required (" + text(arguments, 0) + ")") : value;
  }

  private static Optional<Object> logic(String name, List<Object> arguments) {
    return switch (name) {
      case "not", "empty" -> Optional.of(!Values.isTrue(arguments.get(0)));
      case "eq" ->
          Optional.of(
              arguments.subList(1, arguments.size()).stream()
                  .anyMatch(other -> same(arguments.get(0), other)));
      case "ne" -> Optional.of(!same(arguments.get(0), arguments.get(1)));
      case "lt" -> Optional.of(compare(arguments) < 0);
      case "le" -> Optional.of(compare(arguments) <= 0);
      case "gt" -> Optional.of(compare(arguments) > 0);
      case "ge" -> Optional.of(compare(arguments) >= 0);
      case "coalesce" ->
          Optional.of(arguments.stream().filter(Values::isTrue).findFirst().orElse(Values.NOTHING));
      case "all" -> Optional.of(arguments.stream().allMatch(Values::isTrue));
      case "any" -> Optional.of(arguments.stream().anyMatch(Values::isTrue));
      default -> Optional.empty();
    };
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    return a.equals(b);
  }

  private static int compare(List<Object> arguments) {
    if (arguments.get(0) instanceof Number a && arguments.get(1) instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return text(arguments, 0).compareTo(text(arguments, 1));
  }

  private static Optional<Object> conversion(String name, List<Object> arguments) {
    return switch (name) {
      case "fromYaml", "fromJson", "fromYamlArray", "fromJsonArray" ->
          Optional.of(
              YamlReader.read(Place.startOf("values"), text(arguments, 0)).roots().stream()
                  .findFirst()
                  .map(Values::of)
                  .orElseGet(() -> CollectionFunctions.dict(List.of())));
      case "kindOf", "typeOf" -> Optional.of(kind(arguments.get(0)));
      case "kindIs", "typeIs", "typeIsLike" ->
          Optional.of(kindIs(text(arguments, 0), kind(arguments.get(1))));
      case "semverCompare" -> Optional.of(Versions.fits(text(arguments, 0), text(arguments, 1)));
      case "semver" -> Optional.of(Versions.parts(text(arguments, 0)));
      default -> Optional.empty();
    };
  }

  private static String kind(Object value) {
    if (value instanceof Map<?, ?>) {
      return "map";
    }
    if (value instanceof List<?>) {
      return "slice";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Double) {
      return "float64";
    }
    if (value instanceof Long) {
      return "int64";
    }
    return Values.isNothing(value) ? "invalid" : "string";
  }

  /** Numbers of a values file are {@code float64} to Helm, and {@code int64} to Sprig. */
  private static boolean kindIs(String wanted, String kind) {
    boolean number = kind.equals("int64") || kind.equals("float64");
    return wanted.equals(kind)
        || (number && List.of("int", "int64", "float64").contains(wanted))
        || (kind.equals("map") && wanted.startsWith("map["))
        || (kind.equals("slice") && wanted.startsWith("[]"));
  }

  static String text(List<Object> arguments, int index) {
    return Values.text(arguments.get(index));
  }
}
