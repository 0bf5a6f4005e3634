package godmode.detectors.read.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The types that a framework fills from the configuration, with the key of each of their
 * properties: {@code @ConfigurationProperties} of Spring and Micronaut, {@code @ConfigMapping} of
 * Quarkus. A type that several keys fill has no key here.
 */
final class BoundTypes {
  private static final String SPRING = "ConfigurationProperties";
  private static final Set<String> ANNOTATIONS = Set.of(SPRING, "ConfigMapping");
  private static final int DEPTH_MAX = 10;

  private final Function<Expression, String> texts;
  private final Map<String, List<Shape>> byName = new HashMap<>();
  private final Map<String, Set<String>> made = new HashMap<>();
  private final Map<Shape, Set<String>> prefixes = new HashMap<>();

  /**
   * A type and its properties.
   *
   * @param folder of its module
   * @param prefix as it is annotated
   */
  record Shape(String folder, String name, Optional<String> prefix, Map<String, Member> members) {}

  /**
   * A property.
   *
   * @param key its part of the key
   * @param type without package and type arguments
   * @param standard what it is when nothing is configured
   */
  record Member(String key, String type, Optional<String> standard) {}

  /**
   * A type where a prefix fills it.
   *
   * @param prefix with a dot at its end, if it is not empty
   */
  record Bound(Shape shape, String prefix) {}

  /** Takes the texts of annotations and values from a function. */
  BoundTypes(Function<Expression, String> texts) {
    this.texts = texts;
  }

  /** Whether a file may have such a type, or a method that makes one. */
  static boolean mayBeIn(String text) {
    return ANNOTATIONS.stream().anyMatch(text::contains);
  }

  /** Takes in the types of a file. */
  void add(CompilationUnit unit, String folder) {
    for (TypeDeclaration<?> type : types(unit)) {
      Map<String, Member> members = new LinkedHashMap<>();
      if (type instanceof RecordDeclaration record) {
        record.getParameters().forEach(part -> add(part, members));
      }
      boolean methods =
          type.isClassOrInterfaceDeclaration()
              && type.asClassOrInterfaceDeclaration().isInterface();
      for (BodyDeclaration<?> member : type.getMembers()) {
        if (member instanceof FieldDeclaration field && !field.isStatic()) {
          field.getVariables().forEach(variable -> add(variable, members));
        } else if (member instanceof MethodDeclaration method) {
          if (methods && method.getParameters().isEmpty()) {
            add(method, members);
          } else if (!methods) {
            addMade(method, folder);
          }
        }
      }
      String name = type.getNameAsString();
      byName
          .computeIfAbsent(name, unused -> new ArrayList<>())
          .add(new Shape(folder, name, prefix(type), members));
    }
  }

  private static List<TypeDeclaration<?>> types(CompilationUnit unit) {
    List<TypeDeclaration<?>> found = new ArrayList<>(unit.getTypes());
    for (int i = 0; i < found.size(); i++) {
      found.get(i).getMembers().stream()
          .filter(TypeDeclaration.class::isInstance)
          .forEach(inner -> found.add((TypeDeclaration<?>) inner));
    }
    return found;
  }

  private void addMade(MethodDeclaration method, String folder) {
    if (method.getAnnotationByName("Bean").isPresent()) {
      prefix(method)
          .ifPresent(
              prefix ->
                  made.computeIfAbsent(
                          folder + "/" + nameOf(method.getType()), u -> new TreeSet<>())
                      .add(prefix));
    }
  }

  private void add(VariableDeclarator field, Map<String, Member> members) {
    Optional<String> standard =
        field.getInitializer().map(texts).filter(text -> !text.contains(JavaText.UNKNOWN));
    String name = field.getNameAsString();
    members.put(name, new Member(name, nameOf(field.getType()), standard));
  }

  private void add(Parameter part, Map<String, Member> members) {
    Optional<String> standard = said(part, "DefaultValue", "value");
    String name = part.getNameAsString();
    members.put(name, new Member(name, nameOf(part.getType()), standard));
  }

  private void add(MethodDeclaration method, Map<String, Member> members) {
    String name = method.getNameAsString();
    String key = said(method, "WithName", "value").orElse(name);
    Optional<String> standard = said(method, "WithDefault", "value");
    members.put(name, new Member(key, nameOf(method.getType()), standard));
  }

  private Optional<String> prefix(NodeWithAnnotations<?> of) {
    for (String annotation : ANNOTATIONS) {
      Optional<String> found = said(of, annotation, "prefix", "value");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What an annotation is given; empty if it is not there or not known. */
  private Optional<String> said(NodeWithAnnotations<?> of, String annotation, String... names) {
    Optional<AnnotationExpr> use = of.getAnnotationByName(annotation);
    if (use.isEmpty()) {
      return Optional.empty();
    }
    Optional<Expression> written =
        use.filter(AnnotationExpr::isSingleMemberAnnotationExpr)
            .map(single -> single.asSingleMemberAnnotationExpr().getMemberValue())
            .or(() -> pair(use.get(), List.of(names)));
    return written.map(texts).filter(text -> !text.contains(JavaText.UNKNOWN));
  }

  private static Optional<Expression> pair(AnnotationExpr use, List<String> names) {
    if (!use.isNormalAnnotationExpr()) {
      return Optional.empty();
    }
    return use.asNormalAnnotationExpr().getPairs().stream()
        .filter(pair -> names.contains(pair.getNameAsString()))
        .map(MemberValuePair::getValue)
        .findFirst();
  }

  /** Without package, outer types and type arguments. */
  static String nameOf(Type type) {
    return type.isClassOrInterfaceType() ? type.asClassOrInterfaceType().getNameAsString() : "";
  }

  /** The types that properties have, or methods make, and that no file read so far declares. */
  Set<String> missing(String folder) {
    Set<String> found = new TreeSet<>();
    made.keySet().stream()
        .filter(key -> key.substring(0, key.lastIndexOf('/')).equals(folder))
        .forEach(key -> found.add(key.substring(key.lastIndexOf('/') + 1)));
    byName.values().stream()
        .flatMap(List::stream)
        .filter(shape -> shape.folder().equals(folder))
        .flatMap(shape -> shape.members().values().stream())
        .forEach(member -> found.add(member.type()));
    found.removeIf(name -> shape(name, folder).isPresent());
    return found;
  }

  /** Follows prefixes to the types inside; after all files are added, and before questions. */
  void bind() {
    for (List<Shape> shapes : byName.values()) {
      for (Shape shape : shapes) {
        shape.prefix().ifPresent(prefix -> bind(shape, dotted(prefix), 0));
        Optional.ofNullable(made.get(shape.folder() + "/" + shape.name()))
            .ifPresent(all -> all.forEach(prefix -> bind(shape, dotted(prefix), 0)));
      }
    }
  }

  private static String dotted(String prefix) {
    return prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
  }

  private void bind(Shape shape, String prefix, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    prefixes.computeIfAbsent(shape, unused -> new TreeSet<>()).add(prefix);
    for (Member member : shape.members().values()) {
      shape(member.type(), shape.folder())
          .filter(inner -> !inner.equals(shape))
          .ifPresent(inner -> bind(inner, prefix + member.key() + ".", depth + 1));
    }
  }

  /** The type of a module by that name; else the only one of the repository. */
  private Optional<Shape> shape(String name, String folder) {
    List<Shape> all = Optional.ofNullable(byName.get(name)).orElse(List.of());
    List<Shape> near = all.stream().filter(shape -> shape.folder().equals(folder)).toList();
    List<Shape> found = near.isEmpty() ? all : near;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** A type of a module that one prefix fills. */
  Optional<Bound> bound(String type, String folder) {
    return shape(type, folder)
        .flatMap(
            shape ->
                Optional.ofNullable(prefixes.get(shape))
                    .filter(all -> all.size() == 1)
                    .map(all -> new Bound(shape, all.iterator().next())));
  }

  /** The type of a property, filled as the type that has it. */
  Optional<Bound> inside(Bound outer, String property) {
    return Optional.ofNullable(outer.shape().members().get(property))
        .flatMap(
            member ->
                shape(member.type(), outer.shape().folder())
                    .map(inner -> new Bound(inner, outer.prefix() + member.key() + ".")));
  }

  /** The placeholder that a property stands for: {@code ${stock.url:http://stock}}. */
  Optional<String> placeholder(Bound of, String property) {
    return Optional.ofNullable(of.shape().members().get(property))
        .map(
            member ->
                "${"
                    + of.prefix()
                    + member.key()
                    + member.standard().map(text -> ":" + text).orElse("")
                    + "}");
  }
}
