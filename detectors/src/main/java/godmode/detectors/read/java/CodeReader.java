package godmode.detectors.read.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes the types of one parsed file, with what their methods do. */
final class CodeReader {
  private final String path;
  private final String folder;
  private final BodyReader bodies;
  private final Function<AnnotationExpr, AnnotationUse> annotations;
  private final Map<String, String> imports = new HashMap<>();
  private final List<String> wildcards = new ArrayList<>();
  private final List<JavaType> found = new ArrayList<>();

  CodeReader(
      String path,
      String folder,
      Texts texts,
      Function<AnnotationExpr, AnnotationUse> annotations) {
    this.path = path;
    this.folder = folder;
    this.bodies = new BodyReader(path, texts);
    this.annotations = annotations;
  }

  /**
   * The types of a file.
   *
   * @param shortened the full names of types that are written with their packages
   */
  List<JavaType> read(CompilationUnit unit, Map<String, String> shortened) {
    imports.putAll(shortened);
    for (ImportDeclaration one : unit.getImports()) {
      String name = one.getNameAsString();
      if (one.isAsterisk()) {
        wildcards.add(name);
      } else {
        imports.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
    String packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    unit.getTypes().forEach(type -> read(type, packageName, ""));
    return List.copyOf(found);
  }

  private void read(TypeDeclaration<?> type, String packageName, String outer) {
    List<JavaType.Variable> fields = new ArrayList<>();
    List<JavaType.Method> methods = new ArrayList<>();
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(parameter -> fields.add(parameter(parameter)));
    }
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(variable -> fields.add(field(field, variable, type)));
      } else if (member instanceof MethodDeclaration method) {
        methods.add(method(method));
      } else if (member instanceof ConstructorDeclaration constructor) {
        methods.add(callable(constructor, "new", "", bodies.statement(constructor.getBody())));
      } else if (member instanceof CompactConstructorDeclaration constructor) {
        methods.add(
            new JavaType.Method(
                "new",
                List.of(),
                "",
                false,
                false,
                List.of(),
                bodies.statement(constructor.getBody()),
                at(constructor)));
      } else if (member instanceof TypeDeclaration<?> inner) {
        read(inner, packageName, type.getNameAsString());
      }
    }
    found.add(
        new JavaType(
            type.getNameAsString(),
            packageName,
            outer,
            kind(type),
            folder,
            Collections.unmodifiableMap(imports),
            Collections.unmodifiableList(wildcards),
            annotations(type),
            supertypes(type),
            fields,
            methods,
            bodies.values(),
            at(type.getName())));
  }

  private static JavaType.Kind kind(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      if (declared.isInterface()) {
        return JavaType.Kind.INTERFACE;
      }
      return declared.isAbstract() ? JavaType.Kind.ABSTRACT_CLASS : JavaType.Kind.CLASS;
    }
    if (type instanceof RecordDeclaration) {
      return JavaType.Kind.RECORD;
    }
    return type instanceof EnumDeclaration ? JavaType.Kind.ENUM : JavaType.Kind.ANNOTATION;
  }

  private static List<String> supertypes(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> written = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      written.addAll(declared.getExtendedTypes());
      written.addAll(declared.getImplementedTypes());
    } else if (type instanceof RecordDeclaration record) {
      written.addAll(record.getImplementedTypes());
    } else if (type instanceof EnumDeclaration declared) {
      written.addAll(declared.getImplementedTypes());
    }
    return written.stream().map(BodyReader::nameOf).toList();
  }

  private JavaType.Variable field(
      FieldDeclaration field, VariableDeclarator variable, TypeDeclaration<?> type) {
    boolean constant = type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
    return new JavaType.Variable(
        variable.getNameAsString(),
        BodyReader.nameOf(variable.getType()),
        field.isStatic() || constant,
        field.isFinal() || constant,
        annotations(field),
        variable.getInitializer().map(bodies::expression).orElseGet(() -> none(variable)),
        at(variable));
  }

  private JavaType.Variable parameter(Parameter parameter) {
    String type = BodyReader.nameOf(parameter.getType());
    return new JavaType.Variable(
        parameter.getNameAsString(),
        parameter.isVarArgs() ? type + "[]" : type,
        false,
        true,
        annotations(parameter),
        none(parameter),
        at(parameter));
  }

  private JavaType.Method method(MethodDeclaration method) {
    Code body = method.getBody().map(bodies::statement).orElseGet(() -> none(method));
    return callable(method, method.getNameAsString(), BodyReader.nameOf(method.getType()), body);
  }

  private JavaType.Method callable(
      CallableDeclaration<?> declared, String name, String result, Code body) {
    return new JavaType.Method(
        name,
        declared.getParameters().stream().map(this::parameter).toList(),
        result,
        declared.isPrivate(),
        declared.isStatic(),
        annotations(declared),
        body,
        at(declared.getName()));
  }

  private List<AnnotationUse> annotations(NodeWithAnnotations<?> declared) {
    NodeList<AnnotationExpr> written = declared.getAnnotations();
    return written.stream().map(annotations).toList();
  }

  private Code none(Node node) {
    return new Code(Code.Kind.NONE, "", "", List.of(), at(node));
  }

  private Place at(Node node) {
    return place(path, node);
  }

  static Place place(String path, Node node) {
    Optional<com.github.javaparser.Position> begin = node.getBegin();
    return begin
        .map(from -> new Place(path, Math.max(1, from.line), Math.max(1, from.column)))
        .orElseGet(() -> Place.startOf(path));
  }
}
