package godmode.detectors.read.java;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes placeholders, {@code ${stock.url:http://stock}}, of what asks for configuration. */
final class Injected {
  /** Of Spring and Micronaut, of MicroProfile, and of Micronaut. */
  static final Set<String> ANNOTATIONS = Set.of("Value", "ConfigProperty", "Property");

  private static final Set<String> ASKING = Set.of("getProperty", "getRequiredProperty");
  private static final Pattern IN_EXPRESSION =
      Pattern.compile("#\\{\\s*'?(\\$\\{[^{}]*})'?\\s*}", Pattern.DOTALL);

  private Injected() {}

  /** The text that an annotation gives a field or parameter. */
  static String value(AnnotationExpr use, Function<Expression, String> texts) {
    if (use.getName().getIdentifier().equals("Value")) {
      String text = said(use, "value").map(texts).orElse(JavaText.UNKNOWN);
      Matcher expression = IN_EXPRESSION.matcher(text);
      if (expression.matches()) {
        return expression.group(1);
      }
      return text.startsWith("#{") ? JavaText.UNKNOWN : text;
    }
    Optional<String> name = said(use, "name").map(texts);
    Optional<String> standard = said(use, "defaultValue").map(texts);
    return name.map(key -> placeholder(key, standard)).orElse(JavaText.UNKNOWN);
  }

  private static Optional<Expression> said(AnnotationExpr use, String attribute) {
    if (use.isSingleMemberAnnotationExpr()) {
      return attribute.equals("value")
          ? Optional.of(use.asSingleMemberAnnotationExpr().getMemberValue())
          : Optional.empty();
    }
    return use.isNormalAnnotationExpr()
        ? use.asNormalAnnotationExpr().getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals(attribute))
            .map(MemberValuePair::getValue)
            .findFirst()
        : Optional.empty();
  }

  /** What a call asks the environment or the configuration for; empty if it is another call. */
  static Optional<String> asked(MethodCallExpr call, Function<Expression, String> texts) {
    List<Expression> arguments = call.getArguments();
    String scope = call.getScope().map(Expression::toString).orElse("");
    String method = call.getNameAsString();
    if (scope.equals("System")) {
      return ofSystem(method, arguments, texts);
    }
    if (scope.equals("System.getenv()") && method.equals("getOrDefault")) {
      return key(arguments, texts).map(key -> placeholder(key, second(arguments, texts)));
    }
    boolean configuration =
        method.equals("getValue")
            && (scope.endsWith("getConfig()") || typeOf(call).equals("Config"));
    if (configuration && arguments.size() == 2) {
      return key(arguments, texts).map(key -> placeholder(key, Optional.empty()));
    }
    boolean asks = ASKING.contains(method) && !scope.isEmpty() && !arguments.isEmpty();
    return asks
        ? key(arguments, texts).map(key -> placeholder(key, standard(arguments, texts)))
        : Optional.empty();
  }

  private static String typeOf(MethodCallExpr call) {
    return call.getScope()
        .filter(Expression::isNameExpr)
        .flatMap(scope -> Names.declaration(scope, scope.asNameExpr().getNameAsString()))
        .map(Names::typeOf)
        .orElse("");
  }

  /** A property of the process is none of the configuration; what it is by default is known. */
  private static Optional<String> ofSystem(
      String method, List<Expression> arguments, Function<Expression, String> texts) {
    return switch (method) {
      case "getenv" -> key(arguments, texts).map(key -> placeholder(key, Optional.empty()));
      case "getProperty" -> Optional.of(second(arguments, texts).orElse(JavaText.UNKNOWN));
      default -> Optional.empty();
    };
  }

  private static Optional<String> key(
      List<Expression> arguments, Function<Expression, String> texts) {
    return arguments.stream()
        .findFirst()
        .map(texts)
        .map(key -> key.contains(JavaText.UNKNOWN) ? "" : key)
        .filter(key -> !key.isEmpty());
  }

  /**
   * {@code getProperty("a", "b")} has a default, {@code getProperty("a", Integer.class)} a type.
   */
  private static Optional<String> standard(
      List<Expression> arguments, Function<Expression, String> texts) {
    int last = arguments.size() - 1;
    return last == 0 || arguments.get(last).isClassExpr()
        ? Optional.empty()
        : Optional.of(texts.apply(arguments.get(last)));
  }

  private static Optional<String> second(
      List<Expression> arguments, Function<Expression, String> texts) {
    return arguments.size() < 2 ? Optional.empty() : Optional.of(texts.apply(arguments.get(1)));
  }

  private static String placeholder(String key, Optional<String> standard) {
    Optional<String> known = standard.filter(text -> !text.contains(JavaText.UNKNOWN));
    return "${" + key + known.map(text -> ":" + text).orElse("") + "}";
  }
}
