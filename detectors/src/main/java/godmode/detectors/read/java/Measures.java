package godmode.detectors.read.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.Optional;
import java.util.regex.Pattern;

/** Works out numbers and times of expressions, where nothing else can be assigned to them. */
final class Measures {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}[lL]?");

  private Measures() {}

  /** The value, with placeholders for what the configuration gives; empty if it is not known. */
  static Optional<String> of(Expression expression, Texts texts) {
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner(), texts);
    }
    if (expression.isBinaryExpr()) {
      return product(expression.asBinaryExpr(), texts);
    }
    if (expression.isNameExpr()) {
      Optional<Node> declared =
          Names.declaration(expression, expression.asNameExpr().getNameAsString());
      if (declared.filter(Measures::mayChange).isPresent()) {
        return Optional.empty();
      }
      Optional<Expression> initial =
          declared
              .filter(node -> Names.injected(node).isEmpty())
              .filter(VariableDeclarator.class::isInstance)
              .flatMap(node -> ((VariableDeclarator) node).getInitializer());
      if (initial.isPresent() && initial.get().isBinaryExpr()) {
        return of(initial.get(), texts);
      }
    }
    String text = texts.of(expression).replace("_", "");
    return text.isBlank() || text.contains(JavaText.UNKNOWN) ? Optional.empty() : Optional.of(text);
  }

  /** {@code 5 * 60}. */
  private static Optional<String> product(BinaryExpr expression, Texts texts) {
    if (expression.getOperator() != BinaryExpr.Operator.MULTIPLY) {
      return Optional.empty();
    }
    Optional<Long> left = of(expression.getLeft(), texts).flatMap(Measures::number);
    Optional<Long> right = of(expression.getRight(), texts).flatMap(Measures::number);
    return left.isPresent() && right.isPresent()
        ? Optional.of(Long.toString(Math.multiplyExact(left.get(), right.get())))
        : Optional.empty();
  }

  private static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() && text.length() < 10
        ? Optional.of(Long.parseLong(text.replaceAll("[lL]", "")))
        : Optional.empty();
  }

  /** Whether something else is assigned to a variable after it was declared. */
  private static boolean mayChange(Node declaration) {
    if (!(declaration instanceof VariableDeclarator variable)
        || Names.injected(declaration).isPresent()) {
      return false;
    }
    Optional<Node> parent = variable.getParentNode();
    boolean isFinal =
        parent
            .filter(FieldDeclaration.class::isInstance)
            .map(field -> ((FieldDeclaration) field).isFinal())
            .orElse(false);
    Optional<? extends Node> scope =
        parent.filter(FieldDeclaration.class::isInstance).isPresent()
            ? Names.enclosing(variable)
            : callable(variable);
    String name = variable.getNameAsString();
    int first = variable.getInitializer().isPresent() ? 0 : 1;
    return !isFinal
        && scope
            .map(
                node ->
                    node.findAll(AssignExpr.class).stream()
                            .filter(assign -> isOf(assign.getTarget(), name))
                            .count()
                        > first)
            .orElse(true);
  }

  private static Optional<Node> callable(Node node) {
    Optional<Node> at = node.getParentNode();
    while (at.isPresent() && !(at.get() instanceof CallableDeclaration<?>)) {
      at = at.get().getParentNode();
    }
    return at;
  }

  private static boolean isOf(Expression target, String name) {
    return target.isFieldAccessExpr()
        ? target.asFieldAccessExpr().getNameAsString().equals(name)
        : target.isNameExpr() && target.asNameExpr().getNameAsString().equals(name);
  }
}
