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
import java.util.TreeSet;

/** The types of a repository, and what the names in them mean. */
final class Program {
  private static final int SUPERTYPES_MAX = 20;

  private final List<JavaType> types = new ArrayList<>();
  private final Map<String, List<JavaType>> byFullName = new HashMap<>();
  private final Map<String, List<JavaType>> bySimpleName = new HashMap<>();
  private final Map<String, List<JavaType>> implementing = new HashMap<>();
  private final Map<JavaType, List<JavaType>> subtypes = new HashMap<>();
  private final Map<JavaType, Map<String, Optional<JavaType>>> resolved = new HashMap<>();

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
    byFullName.computeIfAbsent(type.fullName(), unused -> new ArrayList<>()).add(type);
    bySimpleName.computeIfAbsent(type.name(), unused -> new ArrayList<>()).add(type);
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
    return resolved
        .computeIfAbsent(ref.scope(), unused -> new HashMap<>())
        .computeIfAbsent(ref.raw(), raw -> find(ref));
  }

  private Optional<JavaType> find(Ref ref) {
    JavaType scope = ref.scope();
    String simple = ref.simple();
    if (simple.isEmpty() || !bySimpleName.containsKey(simple)) {
      return Optional.empty();
    }
    if (simple.equals(scope.name())) {
      return Optional.of(scope);
    }
    String imported = scope.imports().get(simple);
    if (imported != null) {
      return nearest(named(imported), scope);
    }
    List<JavaType> here =
        Optional.ofNullable(bySimpleName.get(simple)).orElse(List.of()).stream()
            .filter(
                type ->
                    type.packageName().equals(scope.packageName())
                        || scope.wildcards().contains(type.packageName())
                        || type.at().file().equals(scope.at().file()))
            .toList();
    return nearest(here, scope);
  }

  /** Those of a full name; inner types are imported with the name of the type around them. */
  private List<JavaType> named(String fullName) {
    List<JavaType> exact = byFullName.get(fullName);
    if (exact != null) {
      return exact;
    }
    String simple = fullName.substring(fullName.lastIndexOf('.') + 1);
    return Optional.ofNullable(bySimpleName.get(simple)).orElse(List.of()).stream()
        .filter(type -> (type.packageName() + "." + type.outer() + "." + simple).equals(fullName))
        .toList();
  }

  /** Several modules may have a type of one name: the one whose folder is nearest is meant. */
  private static Optional<JavaType> nearest(List<JavaType> found, JavaType scope) {
    JavaType best = null;
    int most = -1;
    for (JavaType type : found) {
      int common = common(type.at().file(), scope.at().file());
      if (type.folder().equals(scope.folder())) {
        common += 10_000;
      }
      if (common > most) {
        most = common;
        best = type;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int common(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  /** The full names that a type which is not of the repository can have. */
  Set<String> fullNames(Ref ref) {
    String outer = ref.outer();
    JavaType scope = ref.scope();
    String imported = scope.imports().get(outer);
    if (imported != null) {
      return Set.of(imported);
    }
    Set<String> names = new TreeSet<>(Set.of("java.lang." + outer));
    scope.wildcards().forEach(name -> names.add(name + "." + outer));
    names.add(scope.packageName() + "." + outer);
    return names;
  }

  /** Whether a type or one of its supertypes has such a full name. */
  boolean isA(JavaType type, Collection<String> fullNames) {
    return supertypeRefs(type).stream()
        .anyMatch(ref -> fullNames(ref).stream().anyMatch(fullNames::contains));
  }

  /** The supertypes as they are written, of the type and of all above it in the repository. */
  List<Ref> supertypeRefs(JavaType type) {
    List<Ref> found = new ArrayList<>();
    Set<JavaType> seen = new HashSet<>(List.of(type));
    List<JavaType> open = new ArrayList<>(List.of(type));
    for (int i = 0; i < open.size() && i < SUPERTYPES_MAX; i++) {
      JavaType current = open.get(i);
      for (String written : current.supertypes()) {
        Ref ref = new Ref(written, current);
        found.add(ref);
        resolve(ref).filter(seen::add).ifPresent(open::add);
      }
    }
    return found;
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
