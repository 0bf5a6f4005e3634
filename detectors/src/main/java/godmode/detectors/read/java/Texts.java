package godmode.detectors.read.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
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
  private final BoundTypes bound;
  private final String folder;

  private Texts(Constants constants, BoundTypes bound, String folder) {
    this.constants = constants;
    this.bound = bound;
    this.folder = folder;
  }

  /** Texts that know constants, and nothing that the configuration fills. */
  static Texts of(Constants constants, String folder) {
    return new Texts(constants, new BoundTypes(unused -> JavaText.UNKNOWN), folder);
  }

  /** Texts in a file of a module. */
  static Texts of(Constants constants, BoundTypes bound, String folder) {
    return new Texts(constants, bound, folder);
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
    return declaration
        .map(found -> declared(found, depth))
        .or(() -> Imported.constant(use, name, constants, folder))
        .orElse(JavaText.UNKNOWN);
  }

  private String declared(Node declaration, int depth) {
    Optional<AnnotationExpr> injected = Names.injected(declaration);
    if (injected.isPresent()) {
      return Injected.value(injected.get(), value -> of(value, depth + 1));
    }
    Optional<String> filled = filled(declaration);
    if (filled.isPresent()) {
      return filled.get();
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

  /** The placeholder of a property in the type that declares it. */
  private Optional<String> filled(Node declaration) {
    boolean property =
        declaration instanceof VariableDeclarator variable
            ? variable
                .getParentNode()
                .filter(FieldDeclaration.class::isInstance)
                .map(parent -> !((FieldDeclaration) parent).isStatic())
                .orElse(false)
            : declaration.getParentNode().filter(RecordDeclaration.class::isInstance).isPresent();
    if (!property) {
      return Optional.empty();
    }
    String name = ((NodeWithSimpleName<?>) declaration).getNameAsString();
    return Names.enclosing(declaration)
        .flatMap(type -> bound.bound(type.getNameAsString(), folder))
        .flatMap(type -> bound.placeholder(type, name));
  }

  /** What the configuration fills, where an expression gives it. */
  private Optional<BoundTypes.Bound> bound(Expression expression, int depth) {
    if (depth > DEPTH_MAX) {
      return Optional.empty();
    }
    if (expression.isNameExpr()) {
      return Names.declaration(expression, expression.asNameExpr().getNameAsString())
          .flatMap(this::boundType);
    }
    if (expression.isFieldAccessExpr()) {
      FieldAccessExpr access = expression.asFieldAccessExpr();
      if (access.getScope().isThisExpr()) {
        return Names.enclosing(access)
            .flatMap(type -> Names.field(type, access.getNameAsString()))
            .flatMap(this::boundType);
      }
      return bound(access.getScope(), depth + 1)
          .flatMap(outer -> bound.inside(outer, access.getNameAsString()));
    }
    if (expression.isMethodCallExpr() && expression.asMethodCallExpr().getArguments().isEmpty()) {
      MethodCallExpr call = expression.asMethodCallExpr();
      return call.getScope()
          .flatMap(scope -> bound(scope, depth + 1))
          .flatMap(outer -> bound.inside(outer, Names.property(call.getNameAsString())));
    }
    return Optional.empty();
  }

  private Optional<BoundTypes.Bound> boundType(Node declaration) {
    return declaration instanceof NodeWithType<?, ?> typed
        ? bound.bound(BoundTypes.nameOf(typed.getType()), folder)
        : Optional.empty();
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
        .or(() -> constants.get(type, name, Imported.packageOf(access, type), folder))
        .or(() -> bound(scope, depth).flatMap(of -> bound.placeholder(of, name)))
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
    Optional<String> asked = Injected.asked(call, argument -> of(argument, depth + 1));
    if (asked.isPresent()) {
      return asked.get();
    }
    Optional<String> property =
        arguments.isEmpty()
            ? scope
                .flatMap(on -> bound(on, depth))
                .flatMap(on -> bound.placeholder(on, Names.property(method)))
            : Optional.empty();
    if (property.isPresent()) {
      return property.get();
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
