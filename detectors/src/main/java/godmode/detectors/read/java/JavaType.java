package godmode.detectors.read.java;

import godmode.core.fact.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class, interface, record or enum.
 *
 * @param name without its package
 * @param packageName empty for none
 * @param outer the name of the type around it; empty for none
 * @param imports the full names of single imports, by their last part, and of types that are
 *     written with their packages
 * @param wildcards the packages of which all types are imported
 * @param supertypes what it extends and implements, with type arguments
 * @param values what arguments are that are times, in all types of the file, by their places
 */
public record JavaType(
    String name,
    String packageName,
    String outer,
    Kind kind,
    String folder,
    Map<String, String> imports,
    List<String> wildcards,
    List<AnnotationUse> annotations,
    List<String> supertypes,
    List<Variable> fields,
    List<Method> methods,
    Map<Place, JavaText> values,
    Place at) {

  /** What a type is declared as. */
  public enum Kind {
    CLASS,
    ABSTRACT_CLASS,
    INTERFACE,
    RECORD,
    ENUM,
    ANNOTATION
  }

  /**
   * A field or parameter.
   *
   * @param value what it begins with; {@link Code.Kind#NONE} if nothing is written
   */
  public record Variable(
      String name,
      String type,
      boolean isStatic,
      boolean isFinal,
      List<AnnotationUse> annotations,
      Code value,
      Place at) {
    /** Its annotation of that name. */
    public Optional<AnnotationUse> annotation(String annotation) {
      return JavaType.first(annotations, annotation);
    }
  }

  /**
   * A method; constructors are called {@code new}.
   *
   * @param result the type it returns; empty for constructors
   * @param body {@link Code.Kind#NONE} if it has none
   */
  public record Method(
      String name,
      List<Variable> parameters,
      String result,
      boolean isPrivate,
      boolean isStatic,
      List<AnnotationUse> annotations,
      Code body,
      Place at) {
    /** Its annotation of that name. */
    public Optional<AnnotationUse> annotation(String annotation) {
      return JavaType.first(annotations, annotation);
    }

    /** Two methods are the same if they stand at the same place. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Method method && at.equals(method.at);
    }

    @Override
    public int hashCode() {
      return at.hashCode();
    }

    /** Whether it does anything itself. */
    public boolean hasBody() {
      return !body.is(Code.Kind.NONE);
    }
  }

  public JavaType {
    annotations = List.copyOf(annotations);
    supertypes = List.copyOf(supertypes);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** Two types are the same if they stand at the same place. */
  @Override
  public boolean equals(Object other) {
    return other instanceof JavaType type && at.equals(type.at);
  }

  @Override
  public int hashCode() {
    return at.hashCode();
  }

  /** With its package. */
  public String fullName() {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Its annotation of that name. */
  public Optional<AnnotationUse> annotation(String annotation) {
    return first(annotations, annotation);
  }

  /** Its own field of that name. */
  public Optional<Variable> field(String field) {
    return fields.stream().filter(found -> found.name().equals(field)).findFirst();
  }

  /** Its own methods of that name and with so many parameters. */
  public List<Method> methods(String method, int parameters) {
    return methods.stream()
        .filter(found -> found.name().equals(method) && found.parameters().size() == parameters)
        .toList();
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return kind == Kind.INTERFACE;
  }

  private static Optional<AnnotationUse> first(List<AnnotationUse> all, String name) {
    return all.stream().filter(use -> use.name().equals(name)).findFirst();
  }
}
