package godmode.detectors.read.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes out of one parsed file what {@link JavaSource} holds. */
final class SourceVisitor {
  private static final int CHAIN_MAX = 100;

  /** Attributes whose values are constants of an enum or truth values. */
  private static final Set<String> NAMED =
      Set.of(
          "method",
          "isolation",
          "propagation",
          "phase",
          "readOnly",
          "deletionPolicy",
          "acknowledgementMode");

  private final String path;
  private final Texts texts;
  private final List<AnnotationUse> annotations = new ArrayList<>();
  private final List<Invocation> invocations = new ArrayList<>();
  private final List<JavaText> addresses = new ArrayList<>();
  private final Set<String> types = new TreeSet<>();

  SourceVisitor(String path, Texts texts) {
    this.path = path;
    this.texts = texts;
  }

  JavaSource read(String folder, CompilationUnit unit, String text, boolean connects) {
    Map<String, String> shortened = FullNames.shorten(unit, text);
    if (connects) {
      unit.walk(Node.TreeTraversal.PREORDER, this::visit);
    }
    List<JavaType> declared =
        new CodeReader(path, folder, texts, this::annotation).read(unit, shortened);
    return new JavaSource(
        folder, path, annotations, invocations, addresses, types, declared, connects);
  }

  private void visit(Node node) {
    if (node instanceof AnnotationExpr annotation) {
      annotations.add(annotation(annotation));
    } else if (node instanceof MethodCallExpr call) {
      Node name = call.getName();
      invocations.add(
          new Invocation(
              receiver(call), call.getNameAsString(), arguments(call.getArguments()), at(name)));
    } else if (node instanceof ObjectCreationExpr creation) {
      invocations.add(
          new Invocation(
              Names.nameOf(creation.getType()),
              "new",
              arguments(creation.getArguments()),
              at(creation)));
    } else if (node instanceof VariableDeclarator variable) {
      types.add(Names.typeOf(variable));
      variable
          .getInitializer()
          .map(this::text)
          .filter(text -> text.text().contains("://"))
          .ifPresent(addresses::add);
    } else if (node instanceof Parameter parameter) {
      types.add(Names.typeOf(parameter));
    }
  }

  private List<JavaText> arguments(List<Expression> arguments) {
    return arguments.stream().map(this::text).toList();
  }

  private JavaText text(Expression expression) {
    return new JavaText(texts.of(expression), at(expression));
  }

  private AnnotationUse annotation(AnnotationExpr annotation) {
    Map<String, List<JavaText>> values = new LinkedHashMap<>();
    if (annotation.isSingleMemberAnnotationExpr()) {
      Expression value = annotation.asSingleMemberAnnotationExpr().getMemberValue();
      boolean named = annotation.getName().getIdentifier().equals("Consistency");
      values.put("value", named ? names(value) : values(value));
    } else if (annotation.isNormalAnnotationExpr()) {
      for (MemberValuePair pair : annotation.asNormalAnnotationExpr().getPairs()) {
        boolean named = NAMED.contains(pair.getNameAsString());
        values.put(
            pair.getNameAsString(), named ? names(pair.getValue()) : values(pair.getValue()));
      }
    }
    return new AnnotationUse(annotation.getName().getIdentifier(), values, at(annotation));
  }

  /** The constants of an enum, by their names. */
  private List<JavaText> names(Expression value) {
    if (value.isArrayInitializerExpr()) {
      return value.asArrayInitializerExpr().getValues().stream()
          .flatMap(item -> names(item).stream())
          .toList();
    }
    return List.of(new JavaText(value.toString().replaceAll(".*\\.", ""), at(value)));
  }

  private List<JavaText> values(Expression value) {
    if (value.isArrayInitializerExpr()) {
      return value.asArrayInitializerExpr().getValues().stream()
          .flatMap(item -> values(item).stream())
          .toList();
    }
    if (value.isClassExpr()) {
      String type = Names.nameOf(value.asClassExpr().getType());
      return List.of(new JavaText(type, at(value)));
    }
    return List.of(text(value));
  }

  /** The type of what the chain of calls begins with. */
  private static String receiver(MethodCallExpr call) {
    Optional<Expression> at = call.getScope();
    for (int i = 0; i < CHAIN_MAX && at.isPresent(); i++) {
      Expression scope = at.get();
      if (scope.isMethodCallExpr()) {
        at = scope.asMethodCallExpr().getScope();
      } else if (scope.isEnclosedExpr()) {
        at = Optional.of(scope.asEnclosedExpr().getInner());
      } else if (scope.isCastExpr()) {
        at = Optional.of(scope.asCastExpr().getExpression());
      } else if (scope.isObjectCreationExpr()) {
        return Names.nameOf(scope.asObjectCreationExpr().getType());
      } else if (scope.isNameExpr()) {
        return typeOfName(scope, scope.asNameExpr().getNameAsString());
      } else if (scope.isFieldAccessExpr() && scope.asFieldAccessExpr().getScope().isThisExpr()) {
        String name = scope.asFieldAccessExpr().getNameAsString();
        return Names.enclosing(scope)
            .flatMap(type -> Names.field(type, name))
            .map(Names::typeOf)
            .orElse("");
      } else {
        return "";
      }
    }
    return "";
  }

  private static String typeOfName(Expression use, String name) {
    return Names.declaration(use, name)
        .map(Names::typeOf)
        .orElse(Character.isUpperCase(name.charAt(0)) ? name : "");
  }

  private Place at(Node node) {
    return node.getBegin()
        .map(begin -> new Place(path, Math.max(1, begin.line), Math.max(1, begin.column)))
        .orElseGet(() -> Place.startOf(path));
  }
}
