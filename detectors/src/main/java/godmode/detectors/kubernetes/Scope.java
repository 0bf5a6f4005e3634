package godmode.detectors.kubernetes;

import godmode.core.evidence.Environment;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Objects that can name each other, looked up by name. */
final class Scope {
  private final List<KubernetesObject> objects;
  private final Map<String, List<KubernetesObject>> byName = new HashMap<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final Set<String> namespaces = new TreeSet<>();

  Scope(List<KubernetesObject> objects) {
    this.objects = List.copyOf(objects);
    for (KubernetesObject object : objects) {
      add(object.name(), object);
      if (!object.deployedName().equals(object.name())) {
        add(object.deployedName(), object);
      }
      Workload.of(object).ifPresent(workloads::add);
      namespaces.add(object.namespace());
    }
  }

  private void add(String name, KubernetesObject object) {
    byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(object);
  }

  /** One environment of a repository. */
  private record World(Environment environment, Scope scope) {}

  /** All objects of one environment, whatever unit they are in. */
  static Scope of(Environment environment, Units units) {
    return units.derived(World.class, () -> worlds(units)).stream()
        .filter(world -> world.environment().equals(environment))
        .map(World::scope)
        .findFirst()
        .orElseGet(() -> new Scope(List.of()));
  }

  private static List<World> worlds(Units units) {
    Map<Environment, List<KubernetesObject>> objects = new TreeMap<>();
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      objects
          .computeIfAbsent(unit.environment(), unused -> new ArrayList<>())
          .addAll(unit.objects());
    }
    List<World> worlds = new ArrayList<>();
    objects.forEach((where, all) -> worlds.add(new World(where, new Scope(all))));
    return worlds;
  }

  /** The objects that files call by a name, in the order of the files. */
  List<KubernetesObject> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  List<KubernetesObject> objects() {
    return objects;
  }

  List<Workload> workloads() {
    return workloads;
  }

  boolean hasNamespace(String name) {
    return namespaces.contains(name);
  }
}
