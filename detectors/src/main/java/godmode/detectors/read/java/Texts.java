package godmode.detectors.read.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out the text that an expression makes; see {@link JavaText}. */
final class Texts {
  private static final int DEPTH_MAX = 20;
  private static final int LENGTH_MAX = 2000;
  private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*[a-zA-Z]");

  /** Methods and constructors that give back the address they are given. */
  private static final Set<String> ADDRESS_MAKERS =
      Set.of(
          "create",
          "fromHttpUrl",
          "fromUriString",
          "newInstance",
          "parse",
          "valueOf",
          "trim",
          "requireNonNull",
          "URI",
          "URL",
          "String",
          "UriTemplate",
          "DefaultUriBuilderFactory");

  private final Constants constants;

  Texts(Constants constants) {
    this.constants = constants;
  }

  /** The text, with {@link JavaText#UNKNOWN} for what is not known. */
  String of(Expression expression) {
    String text = of(expression, 0);
    return text.length() > LENGTH_MAX ? JavaText.UNKNOWN : text;
  }

  private String of(Expression expression, int depth) {
    if (depth > DEPTH_MAX) {
      return JavaText.UNKNOWN;
    }
    if (expression.isTextBlockLiteralExpr()) {
      return expression.asTextBlockLiteralExpr().asString();
    }
    if (expression.isStringLiteralExpr()) {
      return expression.asStringLiteralExpr().asString();
    }
    if (expression.isLiteralStringValueExpr()) {
      return expression.asLiteralStringValueExpr().getValue();
    }
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner(), depth + 1);
    }
    if (isSum(expression)) {
      return sum(expression, depth);
    }
    if (expression.isNameExpr()) {
      return named(expression, expression.asNameExpr().getNameAsString(), depth);
    }
    if (expression.isFieldAccessExpr()) {
      return field(expression.asFieldAccessExpr(), depth);
    }
    if (expression.isMethodCallExpr()) {
      return call(expression.asMethodCallExpr(), depth);
    }
    if (expression.isObjectCreationExpr()
        && ADDRESS_MAKERS.contains(expression.asObjectCreationExpr().getType().getNameAsString())
        && !expression.asObjectCreationExpr().getArguments().isEmpty()) {
      return of(expression.asObjectCreationExpr().getArgument(0), depth + 1);
    }
    return JavaText.UNKNOWN;
  }

  private static boolean isSum(Expression expression) {
    return expression.isBinaryExpr()
        && expression.asBinaryExpr().getOperator() == BinaryExpr.Operator.PLUS;
  }

  /** A long concatenation leans to the left as deep as it has parts. */
  private String sum(Expression expression, int depth) {
    StringBuilder text = new StringBuilder();
    Expression at = expression;
    while (isSum(at)) {
      text.insert(0, of(at.asBinaryExpr().getRight(), depth + 1));
      at = at.asBinaryExpr().getLeft();
    }
    return text.insert(0, of(at, depth + 1)).toString();
  }

  private String named(Expression use, String name, int depth) {
    Optional<Node> declaration = Names.declaration(use, name);
    if (declaration.isPresent()) {
      return declared(declaration.get(), depth);
    }
    return JavaText.UNKNOWN;
  }

  private String declared(Node declaration, int depth) {
    Optional<Expression> injected = Names.injected(declaration);
    if (injected.isPresent()) {
      String text = of(injected.get(), depth + 1);
      return text.startsWith("#{") ? JavaText.UNKNOWN : text;
    }
    if (declaration instanceof VariableDeclarator variable) {
      return variable
          .getInitializer()
          .or(() -> Names.assigned(variable))
          .map(value -> of(value, depth + 1))
          .orElse(JavaText.UNKNOWN);
    }
    return JavaText.UNKNOWN;
  }

  private String field(FieldAccessExpr access, int depth) {
    String name = access.getNameAsString();
    Expression scope = access.getScope();
    if (scope.isThisExpr()) {
      return Names.enclosing(access)
          .flatMap(type -> Names.field(type, name))
          .map(found -> declared(found, depth))
          .orElse(JavaText.UNKNOWN);
    }
    String type = scope.toString().substring(scope.toString().lastIndexOf('.') + 1);
    Optional<TypeDeclaration<?>> here =
        Names.enclosing(access).filter(own -> own.getNameAsString().equals(type));
    return here.flatMap(own -> Names.field(own, name))
        .map(found -> declared(found, depth))
        .or(() -> constants.get(type, name))
        .orElse(JavaText.UNKNOWN);
  }

  private String call(MethodCallExpr call, int depth) {
    String method = call.getNameAsString();
    List<Expression> arguments = call.getArguments();
    Optional<Expression> scope = call.getScope();
    boolean ofString = scope.filter(s -> s.toString().equals("String")).isPresent();
    if (method.equals("format") && ofString && !arguments.isEmpty()) {
      return formatted(of(arguments.get(0), depth + 1), arguments.subList(1, arguments.size()));
    }
    if (method.equals("formatted") && scope.isPresent()) {
      return formatted(of(scope.get(), depth + 1), arguments);
    }
    if (method.equals("concat") && scope.isPresent() && arguments.size() == 1) {
      return of(scope.get(), depth + 1) + of(arguments.get(0), depth + 1);
    }
    if (method.equals("getProperty") && arguments.size() == 1) {
      return "${" + of(arguments.get(0), depth + 1) + "}";
    }
    if (ADDRESS_MAKERS.contains(method) && arguments.size() == 1) {
      return of(arguments.get(0), depth + 1);
    }
    // What a chain of calls begins with is what it builds on: a host stays the host.
    String start = scope.map(s -> of(s, depth + 1)).orElse(JavaText.UNKNOWN);
    return start.contains("://") ? start : JavaText.UNKNOWN;
  }

  private String formatted(String pattern, List<Expression> arguments) {
    Matcher matcher = FORMAT.matcher(pattern);
    StringBuilder text = new StringBuilder();
    for (int i = 0; matcher.find(); i++) {
      String value = i < arguments.size() ? of(arguments.get(i), 1) : JavaText.UNKNOWN;
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }
}
