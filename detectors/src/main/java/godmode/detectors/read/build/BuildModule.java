package godmode.detectors.read.build;

import godmode.core.fact.Place;
import java.util.List;
import java.util.Optional;

/**
 * What one build file builds. A folder with two build files is two of these.
 *
 * @param folder path of the folder, empty at the root
 * @param name the artifact, package or module name; the folder's name where the file gives none
 * @param nameAt where the name stands, or the beginning of the file
 * @param packaging {@code jar}, {@code war}, {@code pom} …; of other tools {@code jar} or what they
 *     call it: {@code web} for a .NET web application
 * @param modules folders of the modules it lists and that exist
 * @param dependencies its own and those it inherits, sorted by place, tests and tools included
 * @param plugins what takes part in building it
 * @param start where it says how it is started: a start script, a main class
 * @param images names of the images it is built into, without tags
 */
public record BuildModule(
    BuildTool tool,
    String folder,
    String name,
    Place nameAt,
    String packaging,
    List<String> modules,
    List<Dependency> dependencies,
    List<Dependency> plugins,
    Optional<Place> start,
    List<String> images) {
  public BuildModule {
    images = List.copyOf(images);
    modules = List.copyOf(modules);
    dependencies = List.copyOf(dependencies);
    plugins = List.copyOf(plugins);
  }

  /** A module whose build file names no image. */
  BuildModule(
      BuildTool tool,
      String folder,
      String name,
      Place nameAt,
      String packaging,
      List<String> modules,
      List<Dependency> dependencies,
      List<Dependency> plugins,
      Optional<Place> start) {
    this(tool, folder, name, nameAt, packaging, modules, dependencies, plugins, start, List.of());
  }

  /** The dependencies that are part of what runs. */
  public List<Dependency> runtimeDependencies() {
    return dependencies.stream().filter(Dependency::runs).toList();
  }

  /** The first dependency of that coordinate that is part of what runs. */
  public Optional<Dependency> runtimeDependency(String coordinate) {
    return dependencies.stream()
        .filter(dependency -> dependency.runs() && dependency.coordinate().equals(coordinate))
        .findFirst();
  }

  /** The plugin of that coordinate or id, its own before an inherited one. */
  public Optional<Dependency> plugin(String coordinate) {
    return plugins.stream()
        .filter(plugin -> plugin.coordinate().equals(coordinate))
        .min((a, b) -> Boolean.compare(a.inherited(), b.inherited()));
  }

  /** The name of the folder itself; empty at the root. */
  public String folderName() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
