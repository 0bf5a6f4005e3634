package godmode.detectors.flows;

import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of a repository, and what the names in them mean. */
final class Program {
  private final List<JavaType> types = new ArrayList<>();
  private final TypeNames names = new TypeNames();
  private final Map<String, List<JavaType>> implementing = new HashMap<>();
  private final Map<JavaType, List<JavaType>> subtypes = new HashMap<>();
  private final Map<JavaType, List<JavaType>> supertypes = new HashMap<>();
  private final Map<String, List<JavaType>> byFolder = new HashMap<>();
  private final Map<String, Set<String>> made = new HashMap<>();
  private final Map<String, List<Declared<JavaType.Method>>> listening = new HashMap<>();

  private Program() {}

  /** The types of all modules, read once. */
  static Program of(Units units) {
    return units
        .derived(
            Program.class,
            () -> {
              Program program = new Program();
              for (JavaSource source : units.of(JavaSource.class)) {
                source.declared().forEach(program::add);
              }
              program.types.forEach(program::index);
              program.findSubtypes();
              return List.of(program);
            })
        .get(0);
  }

  private void add(JavaType type) {
    types.add(type);
    names.add(type);
  }

  private void index(JavaType type) {
    byFolder.computeIfAbsent(type.folder(), unused -> new ArrayList<>()).add(type);
    for (JavaType.Method method : type.methods()) {
      if (method.annotation("Bean").isPresent()) {
        Set<String> names = made.computeIfAbsent(type.folder(), unused -> new HashSet<>());
        method.body().walk(code -> addMade(code, type, names));
      }
      if (method.annotation("EventListener").isPresent()) {
        listening
            .computeIfAbsent(type.folder(), unused -> new ArrayList<>())
            .add(new Declared<>(type, method));
      }
    }
  }

  private static void addMade(Code code, JavaType type, Set<String> names) {
    if (code.is(Code.Kind.NEW)) {
      names.add(new Ref(code.type(), type).simple());
    }
  }

  private void findSubtypes() {
    for (JavaType type : types) {
      for (String supertype : type.supertypes()) {
        implementing
            .computeIfAbsent(new Ref(supertype, type).simple(), unused -> new ArrayList<>())
            .add(type);
        resolve(new Ref(supertype, type))
            .filter(found -> !found.equals(type))
            .ifPresent(
                found -> subtypes.computeIfAbsent(found, unused -> new ArrayList<>()).add(type));
      }
    }
  }

  /** Every type, in the order of the files. */
  List<JavaType> types() {
    return Collections.unmodifiableList(types);
  }

  /** The types of the module in a folder. */
  List<JavaType> inModule(String folder) {
    return Collections.unmodifiableList(
        Optional.ofNullable(byFolder.get(folder)).orElse(List.of()));
  }

  /** Whether a method of the module annotated with {@code @Bean} makes such an object. */
  boolean isMadeAsBean(JavaType type) {
    return Optional.ofNullable(made.get(type.folder())).orElse(Set.of()).contains(type.name());
  }

  /** The types of the repository that extend or implement a type, directly or not. */
  List<JavaType> subtypes(JavaType type) {
    Set<JavaType> found = new LinkedHashSet<>();
    List<JavaType> open = new ArrayList<>(List.of(type));
    for (int i = 0; i < open.size(); i++) {
      for (JavaType sub : Optional.ofNullable(subtypes.get(open.get(i))).orElse(List.of())) {
        if (found.add(sub)) {
          open.add(sub);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The type of the repository that a written type means. */
  Optional<JavaType> resolve(Ref ref) {
    return names.resolve(ref);
  }

  /** The full names that a type which is not of the repository can have. */
  Set<String> fullNames(Ref ref) {
    return names.fullNames(ref);
  }

  /** The supertypes as they are written, of the type and of all above it in the repository. */
  List<Ref> supertypeRefs(JavaType type) {
    return names.supertypeRefs(type);
  }

  /** Whether a type or one of its supertypes has such a full name. */
  boolean isA(JavaType type, Collection<String> fullNames) {
    return supertypeRefs(type).stream()
        .anyMatch(ref -> fullNames(ref).stream().anyMatch(fullNames::contains));
  }

  /** The types of the repository above a type, and the type itself first. */
  List<JavaType> withSupertypes(JavaType type) {
    List<JavaType> known = supertypes.get(type);
    if (known == null) {
      known = List.copyOf(findSupertypes(type));
      supertypes.put(type, known);
    }
    return known;
  }

  private List<JavaType> findSupertypes(JavaType type) {
    List<JavaType> found = new ArrayList<>(List.of(type));
    for (Ref ref : supertypeRefs(type)) {
      resolve(ref).filter(above -> !found.contains(above)).ifPresent(found::add);
    }
    return found;
  }

  /** A field of a type, or of one above or around it, with the type that declares it. */
  Optional<Declared<JavaType.Variable>> field(JavaType type, String name) {
    for (JavaType owner : withSupertypes(type)) {
      Optional<JavaType.Variable> found = owner.field(name);
      if (found.isPresent()) {
        return Optional.of(new Declared<>(owner, found.get()));
      }
    }
    return type.outer().isEmpty()
        ? Optional.empty()
        : resolve(new Ref(type.outer(), type))
            .filter(outer -> !outer.equals(type))
            .flatMap(outer -> field(outer, name));
  }

  /**
   * The methods that a call on a type can run: its own or inherited one, and those of its subtypes
   * where it has none with a body.
   */
  List<Declared<JavaType.Method>> methods(JavaType type, String name, int arguments) {
    List<Declared<JavaType.Method>> found = new ArrayList<>();
    for (JavaType owner : withSupertypes(type)) {
      for (JavaType.Method method : owner.methods(name, arguments)) {
        if (method.hasBody()) {
          return List.of(new Declared<>(owner, method));
        }
      }
    }
    for (JavaType sub : subtypes(type)) {
      for (JavaType.Method method : sub.methods(name, arguments)) {
        if (method.hasBody()) {
          found.add(new Declared<>(sub, method));
        }
      }
    }
    return found;
  }

  /** Whether a type or one above it declares such a method. */
  boolean declares(JavaType type, String name, int arguments) {
    return withSupertypes(type).stream()
        .anyMatch(owner -> !owner.methods(name, arguments).isEmpty());
  }

  /**
   * The methods that a call can run on an interface which declares nothing but methods, and is not
   * read for that: those of the classes that name it.
   */
  List<Declared<JavaType.Method>> implementations(Ref type, String name, int arguments) {
    List<Declared<JavaType.Method>> found = new ArrayList<>();
    for (JavaType candidate :
        Optional.ofNullable(implementing.get(type.simple())).orElse(List.of())) {
      for (String written : candidate.supertypes()) {
        Ref above = new Ref(written, candidate);
        boolean same =
            above.simple().equals(type.simple())
                && fullNames(above).stream().anyMatch(fullNames(type)::contains);
        for (JavaType.Method method :
            same ? candidate.methods(name, arguments) : List.<JavaType.Method>of()) {
          if (method.hasBody()) {
            found.add(new Declared<>(candidate, method));
          }
        }
      }
    }
    return found;
  }

  /** The declarations of a method above a type, with the type's own first. */
  List<Declared<JavaType.Method>> declarations(JavaType type, JavaType.Method method) {
    List<Declared<JavaType.Method>> found = new ArrayList<>();
    for (JavaType owner : withSupertypes(type)) {
      for (JavaType.Method other : owner.methods(method.name(), method.parameters().size())) {
        found.add(new Declared<>(owner, other));
      }
    }
    return found;
  }

  /** An annotation of a method, looked for where Spring looks: itself, and what it implements. */
  Optional<AnnotationUse> annotation(JavaType type, JavaType.Method method, String name) {
    for (Declared<JavaType.Method> declared : declarations(type, method)) {
      Optional<AnnotationUse> found = declared.member().annotation(name);
      if (found.isPresent()) {
        return found;
      }
    }
    for (JavaType owner : withSupertypes(type)) {
      Optional<AnnotationUse> found = owner.annotation(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The methods of a module that listen to events of the application itself. */
  List<Declared<JavaType.Method>> listening(String folder) {
    return Collections.unmodifiableList(
        Optional.ofNullable(listening.get(folder)).orElse(List.of()));
  }

  /** A member and the type that declares it. */
  record Declared<T>(JavaType type, T member) {}
}
