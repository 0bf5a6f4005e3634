package godmode.detectors.read.java;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a simple name stands for in the file it is used in. */
final class Names {
  private static final DataKey<Map<String, List<VariableDeclarator>>> LOCALS = new DataKey<>() {};

  private static final DataKey<List<AssignExpr>> ASSIGNED = new DataKey<>() {};

  private Names() {}

  /** The local variable, parameter or field of that name, as seen from a node. */
  static Optional<Node> declaration(Node from, String name) {
    Optional<Node> at = from.getParentNode();
    while (at.isPresent()) {
      Optional<Node> found = declaredIn(at.get(), from, name);
      if (found.isPresent()) {
        return found;
      }
      at = at.get().getParentNode();
    }
    return Optional.empty();
  }

  private static Optional<Node> declaredIn(Node scope, Node from, String name) {
    if (scope instanceof LambdaExpr lambda) {
      return parameter(lambda.getParameters(), name);
    }
    if (scope instanceof CallableDeclaration<?> callable) {
      List<VariableDeclarator> local = locals(callable).getOrDefault(name, List.of());
      List<VariableDeclarator> before =
          local.stream().filter(v -> !v.isAncestorOf(from) && isBefore(v, from)).toList();
      return before.isEmpty()
          ? parameter(callable.getParameters(), name)
          : Optional.of(before.get(before.size() - 1));
    }
    if (scope instanceof RecordDeclaration record) {
      return field(record, name).or(() -> parameter(record.getParameters(), name));
    }
    return scope instanceof TypeDeclaration<?> type ? field(type, name) : Optional.empty();
  }

  /** The variables of a method by name, found when the first is asked for. */
  private static Map<String, List<VariableDeclarator>> locals(CallableDeclaration<?> callable) {
    if (!callable.containsData(LOCALS)) {
      callable.setData(
          LOCALS,
          callable.findAll(VariableDeclarator.class).stream()
              .collect(Collectors.groupingBy(VariableDeclarator::getNameAsString)));
    }
    return callable.getData(LOCALS);
  }

  private static boolean isBefore(Node one, Node other) {
    return one.getBegin().isPresent()
        && other.getBegin().isPresent()
        && one.getBegin().get().isBefore(other.getBegin().get());
  }

  private static Optional<Node> parameter(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getNameAsString().equals(name))
        .findFirst()
        .map(found -> found);
  }

  /** A field that a type declares itself. */
  static Optional<Node> field(TypeDeclaration<?> type, String name) {
    for (FieldDeclaration field : type.getFields()) {
      for (VariableDeclarator variable : field.getVariables()) {
        if (variable.getNameAsString().equals(name)) {
          return Optional.of(variable);
        }
      }
    }
    return Optional.empty();
  }

  /** The type written for a variable, without its package and what stands in brackets. */
  static String typeOf(Node declaration) {
    if (declaration instanceof NodeWithType<?, ?> typed) {
      return nameOf(typed.getType());
    }
    return "";
  }

  /** Of {@code WebClient.Builder} it is {@code WebClient}. */
  static String nameOf(Type type) {
    if (!(type instanceof ClassOrInterfaceType named)) {
      return "";
    }
    Optional<ClassOrInterfaceType> outer = named.getScope();
    boolean nested =
        outer.isPresent() && Character.isUpperCase(outer.get().getNameAsString().charAt(0));
    return nested ? nameOf(outer.orElseThrow()) : named.getNameAsString();
  }

  /** The annotation by which a framework fills a field or parameter from the configuration. */
  static Optional<AnnotationExpr> injected(Node declaration) {
    Node annotated =
        declaration instanceof VariableDeclarator
            ? declaration.getParentNode().orElse(declaration)
            : declaration;
    if (!(annotated instanceof NodeWithAnnotations<?> with)) {
      return Optional.empty();
    }
    return with.getAnnotations().stream()
        .filter(use -> Injected.ANNOTATIONS.contains(use.getName().getIdentifier()))
        .findFirst();
  }

  /** The property behind a getter or the accessor of a record. */
  static String property(String method) {
    int prefix =
        method.startsWith("get") && method.length() > 3
            ? 3
            : method.startsWith("is") && method.length() > 2 ? 2 : 0;
    boolean getter = prefix > 0 && Character.isUpperCase(method.charAt(prefix));
    return getter
        ? method.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT)
            + method.substring(prefix + 1)
        : method;
  }

  /** What the constructors put into a field that has no value of its own, if it is one thing. */
  static Optional<Expression> assigned(VariableDeclarator field) {
    Optional<TypeDeclaration<?>> type = enclosing(field);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String name = field.getNameAsString();
    List<Expression> values =
        assignments(type.get()).stream()
            .filter(assign -> isField(assign.getTarget(), name))
            .map(AssignExpr::getValue)
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static List<AssignExpr> assignments(TypeDeclaration<?> type) {
    if (!type.containsData(ASSIGNED)) {
      type.setData(
          ASSIGNED,
          type.getConstructors().stream()
              .flatMap(constructor -> constructor.findAll(AssignExpr.class).stream())
              .toList());
    }
    return type.getData(ASSIGNED);
  }

  private static boolean isField(Expression target, String name) {
    return target.isFieldAccessExpr()
        ? target.asFieldAccessExpr().getScope().isThisExpr()
            && target.asFieldAccessExpr().getNameAsString().equals(name)
        : target.isNameExpr() && target.asNameExpr().getNameAsString().equals(name);
  }

  /** The type around a node. */
  static Optional<TypeDeclaration<?>> enclosing(Node node) {
    Optional<Node> at = node.getParentNode();
    while (at.isPresent() && !(at.get() instanceof TypeDeclaration<?>)) {
      at = at.get().getParentNode();
    }
    return at.map(found -> (TypeDeclaration<?>) found);
  }
}
