package godmode.detectors.read.kubernetes;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the kustomization files say about the files around them: which are patches and which belong
 * to optional components. Overlays are not applied; what they change is reported as unread.
 */
final class Kustomizations {
  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** Fields that change what is deployed and how many of it. */
  private static final List<String> CHANGES =
      List.of(
          "components",
          "helmCharts",
          "namePrefix",
          "nameSuffix",
          "patches",
          "patchesJson6902",
          "patchesStrategicMerge",
          "replacements",
          "replicas",
          "transformers");

  private final Set<String> patches = new TreeSet<>();
  private final Set<String> optionalFolders = new TreeSet<>();
  private final List<ReadProblem> problems = new ArrayList<>();

  static Kustomizations of(RepositorySnapshot snapshot) {
    Kustomizations found = new Kustomizations();
    Map<String, Located> byFolder = new TreeMap<>();
    for (SourceFile file : snapshot.files()) {
      if (NAMES.contains(file.name()) && ManifestPaths.isDeployed(file.path())) {
        YamlReader.read(file).roots().stream()
            .filter(Located::isMapping)
            .findFirst()
            .ifPresent(root -> byFolder.put(ManifestPaths.folder(file.path()), root));
      }
    }
    byFolder.forEach(found::read);
    byFolder.forEach(found::include);
    return found;
  }

  static boolean isKustomization(SourceFile file) {
    return NAMES.contains(file.name());
  }

  private void read(String folder, Located root) {
    for (String field : List.of("patches", "patchesJson6902")) {
      for (Located patch : items(root, field)) {
        patch.text("path").ifPresent(path -> patches.add(ManifestPaths.resolve(folder, path)));
      }
    }
    for (Located patch : items(root, "patchesStrategicMerge")) {
      patch.text().ifPresent(path -> patches.add(ManifestPaths.resolve(folder, path)));
    }
    if (isComponent(root)) {
      optionalFolders.add(folder);
      return;
    }
    List<String> changes = CHANGES.stream().filter(field -> changes(root, field)).toList();
    if (!changes.isEmpty()) {
      Place at = root.entry(changes.get(0)).map(Located.Entry::keyPlace).orElseGet(root::place);
      problems.add(
          new ReadProblem(
              at,
              "Kustomize overlay "
                  + folder
                  + " is not applied: it sets "
                  + String.join(", ", changes)
                  + "; commit the output of `kustomize build` to have the result read"));
    }
  }

  /** A component that a base names unconditionally is no option. */
  private void include(String folder, Located root) {
    boolean base =
        !isComponent(root)
            && items(root, "resources").stream()
                .flatMap(item -> item.text().stream())
                .anyMatch(path -> path.endsWith(".yaml") || path.endsWith(".yml"));
    if (base) {
      for (Located component : items(root, "components")) {
        component
            .text()
            .ifPresent(path -> optionalFolders.remove(ManifestPaths.resolve(folder, path)));
      }
    }
  }

  private static boolean isComponent(Located root) {
    return root.text("kind").filter("Component"::equals).isPresent();
  }

  /** An empty list or an empty text changes nothing. */
  private static boolean changes(Located root, String field) {
    return root.at(field)
        .filter(
            value -> !value.items().isEmpty() || value.text().filter(t -> !t.isEmpty()).isPresent())
        .isPresent();
  }

  private static List<Located> items(Located root, String field) {
    return root.at(field).map(Located::items).orElse(List.of());
  }

  /** Whether a file only changes objects that stand elsewhere. */
  boolean isPatch(String path) {
    return patches.contains(path);
  }

  /** Whether a file belongs to a component that only some overlays take in. */
  boolean isOptional(String path) {
    for (String folder = ManifestPaths.folder(path);
        !folder.equals(".");
        folder = ManifestPaths.folder(folder)) {
      if (optionalFolders.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  /** What is not applied, one for each overlay. */
  List<ReadProblem> problems() {
    return List.copyOf(problems);
  }
}
