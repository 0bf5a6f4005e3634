package godmode.detectors.modules;

import godmode.core.fact.Place;
import godmode.detectors.Units;
import godmode.detectors.read.build.ApplicationAnnotation;
import godmode.detectors.read.build.BuildModule;
import godmode.detectors.read.build.BuildTool;
import godmode.detectors.read.build.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules of a repository by folder, and which of them can be started. */
public final class Modules {
  private final TreeMap<String, Module> byFolder = new TreeMap<>();
  private final TreeMap<String, Place> startable = new TreeMap<>();

  /** The folders of what does not start by itself, by the names of what is built there. */
  private final TreeMap<String, List<String>> libraries = new TreeMap<>();

  private final Map<String, List<Module>> librariesOf = new HashMap<>();

  private Modules() {}

  /** Those that build files and application annotations show, found once. */
  public static Modules of(Units units) {
    return units.derived(Modules.class, () -> List.of(find(units))).get(0);
  }

  private static Modules find(Units units) {
    Modules modules = new Modules();
    TreeMap<String, List<BuildModule>> builds = new TreeMap<>();
    Map<String, BuildModule> libraries = new TreeMap<>();
    for (BuildModule build : units.of(BuildModule.class)) {
      builds.computeIfAbsent(build.folder(), unused -> new ArrayList<>()).add(build);
      if (build.tool() == BuildTool.MAVEN) {
        libraries.put(build.name(), build);
      }
    }
    TreeMap<String, List<ApplicationAnnotation>> annotations = new TreeMap<>();
    for (ApplicationAnnotation annotation : units.of(ApplicationAnnotation.class)) {
      annotations.computeIfAbsent(annotation.folder(), unused -> new ArrayList<>()).add(annotation);
    }
    builds.forEach(
        (folder, found) ->
            modules.byFolder.put(
                folder,
                new Module(
                    folder,
                    found,
                    dependencies(found, libraries),
                    annotations.getOrDefault(folder, List.of()),
                    units
                        .snapshot()
                        .file(folder.isEmpty() ? "Dockerfile" : folder + "/Dockerfile"))));
    modules.findStartable();
    return modules;
  }

  private static List<Dependency> dependencies(
      List<BuildModule> builds, Map<String, BuildModule> libraries) {
    List<Dependency> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (BuildModule build : builds) {
      seen.add(build.name());
      collect(build, libraries, seen, found);
    }
    return found;
  }

  private static void collect(
      BuildModule build,
      Map<String, BuildModule> libraries,
      Set<String> seen,
      List<Dependency> found) {
    for (Dependency dependency : build.runtimeDependencies()) {
      found.add(dependency);
      String artifact = dependency.coordinate().substring(dependency.coordinate().indexOf(':') + 1);
      BuildModule library = libraries.get(artifact);
      if (library != null && build.tool() == BuildTool.MAVEN && seen.add(artifact)) {
        collect(library, libraries, seen, found);
      }
    }
  }

  private void findStartable() {
    byFolder.forEach(
        (folder, module) -> module.startable().ifPresent(at -> startable.put(folder, at)));
    Set<String> parts = new HashSet<>();
    for (String folder : startable.keySet()) {
      Module module = Optional.ofNullable(byFolder.get(folder)).orElseThrow();
      // The front end inside a module is a part of it, and scripts at the root start the others.
      boolean inside = startable.keySet().stream().anyMatch(other -> isInside(folder, other));
      boolean around = folder.isEmpty() && startable.size() > 1;
      boolean onlyNpm = module.builds().stream().allMatch(build -> build.tool() == BuildTool.NPM);
      if (onlyNpm && module.dockerfile().isEmpty() && (inside || around)) {
        parts.add(folder);
      }
    }
    parts.forEach(startable::remove);
    for (Module module : byFolder.values()) {
      for (BuildModule build : module.builds()) {
        if (!startable.containsKey(module.folder())) {
          libraries.computeIfAbsent(build.name(), unused -> new ArrayList<>()).add(module.folder());
        }
      }
    }
  }

  private static boolean isInside(String folder, String other) {
    return !other.isEmpty() && folder.startsWith(other + "/");
  }

  /** All modules, sorted by folder. */
  public List<Module> all() {
    return List.copyOf(byFolder.values());
  }

  /** The module of a folder. */
  public Optional<Module> in(String folder) {
    return Optional.ofNullable(byFolder.get(folder));
  }

  /** The modules that can be started, sorted by folder. */
  public List<Module> startable() {
    return startable.keySet().stream().flatMap(folder -> in(folder).stream()).toList();
  }

  /** Those of them in folders below one. */
  List<Module> startableBelow(String folder) {
    return startable.subMap(folder + "/", folder + (char) ('/' + 1)).keySet().stream()
        .flatMap(below -> in(below).stream())
        .toList();
  }

  /** The modules of the repository that one is built with and that do not start by themselves. */
  public List<Module> librariesOf(Module module) {
    return librariesOf.computeIfAbsent(module.folder(), unused -> findLibraries(module));
  }

  private List<Module> findLibraries(Module module) {
    Set<String> folders = new TreeSet<>();
    for (Dependency dependency : module.dependencies()) {
      String coordinate = dependency.coordinate();
      String artifact = coordinate.substring(coordinate.lastIndexOf(':') + 1);
      folders.addAll(libraries.getOrDefault(artifact, List.of()));
    }
    return folders.stream().flatMap(folder -> in(folder).stream()).toList();
  }

  /** Whether the module of that folder can be started. */
  public boolean isStartable(String folder) {
    return startable.containsKey(folder);
  }

  /** Where the repository shows that a startable module can be started. */
  Place startOf(Module module) {
    return Optional.ofNullable(startable.get(module.folder())).orElseThrow();
  }
}
