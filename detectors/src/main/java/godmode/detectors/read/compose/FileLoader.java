package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.variables.Interpolation;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Loads single Compose files: shaped, interpolated, with paths from the root; not yet extended. */
final class FileLoader {
  private final Reading reading;
  private final Interpolation interpolation;
  private final Map<String, Optional<Located>> loaded = new HashMap<>();

  FileLoader(Reading reading, Variables variables) {
    this.reading = reading;
    this.interpolation = new Interpolation(variables);
  }

  /**
   * Loads a file; its documents are merged over one another, as Compose does.
   *
   * @param folder what relative paths in it are relative to
   * @return a mapping; empty if the file does not exist
   */
  Optional<Located> load(String path, String folder) {
    Optional<Located> known = loaded.get(path + "\n" + folder);
    if (known != null) {
      return known;
    }
    Optional<Located> read = reading.yaml(path).map(file -> read(file, folder));
    loaded.put(path + "\n" + folder, read);
    return read;
  }

  private Located read(YamlFile file, String folder) {
    ServicePaths paths = new ServicePaths(folder);
    Optional<Located> all = Optional.empty();
    for (Located root : file.roots()) {
      if (!root.isMapping()) {
        reading.problem(
            root.place(), "a Compose file is a mapping; write 'services:' and below it");
        continue;
      }
      Located shaped = interpolation.tree(FileShape.normal(root));
      Located document =
          Trees.change(shaped, "services", services -> Trees.map(services, paths::service));
      all = Optional.of(all.map(below -> MergeRules.files(below, document)).orElse(document));
    }
    return all.orElseGet(() -> Trees.empty(Place.startOf(file.file())));
  }
}
