package godmode.detectors.flows;

import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which types of a repository the names mean that files write. */
final class TypeNames {
  private static final int SUPERTYPES_MAX = 20;

  private final Map<String, List<JavaType>> byFullName = new HashMap<>();
  private final Map<String, List<JavaType>> bySimpleName = new HashMap<>();
  private final Map<JavaType, Map<String, Optional<JavaType>>> resolved = new HashMap<>();

  /** Takes in a type; all of them before the first name is asked for. */
  void add(JavaType type) {
    byFullName.computeIfAbsent(type.fullName(), unused -> new ArrayList<>()).add(type);
    bySimpleName.computeIfAbsent(type.name(), unused -> new ArrayList<>()).add(type);
  }

  /** The type of the repository that a written type means. */
  Optional<JavaType> resolve(Ref ref) {
    Map<String, Optional<JavaType>> known =
        resolved.computeIfAbsent(ref.scope(), unused -> new HashMap<>());
    Optional<JavaType> found = known.get(ref.raw());
    if (found == null) {
      found = find(ref);
      known.put(ref.raw(), found);
    }
    return found;
  }

  private Optional<JavaType> find(Ref ref) {
    JavaType scope = ref.scope();
    String simple = ref.simple();
    if (simple.isEmpty() || !bySimpleName.containsKey(simple)) {
      return Optional.empty();
    }
    if (!ref.packageName().isEmpty()) {
      return nearest(named(ref.raw()), scope);
    }
    String holder = ref.holder();
    if (simple.equals(scope.name()) && holder.isEmpty()) {
      return Optional.of(scope);
    }
    String imported = scope.imports().get(holder.isEmpty() ? simple : ref.outer());
    if (imported != null) {
      return nearest(named(holder.isEmpty() ? imported : imported + "." + simple), scope);
    }
    List<JavaType> here =
        Optional.ofNullable(bySimpleName.get(simple)).orElse(List.of()).stream()
            .filter(type -> isSeen(type, scope))
            .toList();
    if (!holder.isEmpty()) {
      Set<String> holders = new HashSet<>(Set.of(holder));
      resolve(new Ref(holder, scope))
          .ifPresent(found -> supertypeRefs(found).forEach(above -> holders.add(above.simple())));
      return nearest(here.stream().filter(t -> holders.contains(t.outer())).toList(), scope);
    }
    List<JavaType> near =
        here.stream()
            .filter(type -> type.outer().isEmpty() || isIn(type, scope) || isHeld(type, scope))
            .toList();
    return nearest(near.isEmpty() ? here : near, scope);
  }

  private static boolean isIn(JavaType type, JavaType scope) {
    return type.at().file().equals(scope.at().file());
  }

  private static boolean isHeld(JavaType type, JavaType scope) {
    return scope.wildcards().contains(type.packageName() + "." + type.outer());
  }

  /** Whether a file sees a type without an import of its own. */
  private static boolean isSeen(JavaType type, JavaType scope) {
    return type.packageName().equals(scope.packageName())
        || scope.wildcards().contains(type.packageName())
        || isHeld(type, scope)
        || isIn(type, scope);
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
    if (!ref.packageName().isEmpty()) {
      return Set.of(ref.packageName() + "." + outer);
    }
    String imported = scope.imports().get(outer);
    if (imported != null) {
      return Set.of(imported);
    }
    Set<String> names = new TreeSet<>(Set.of("java.lang." + outer));
    scope.wildcards().forEach(name -> names.add(name + "." + outer));
    names.add(scope.packageName() + "." + outer);
    return names;
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
}
