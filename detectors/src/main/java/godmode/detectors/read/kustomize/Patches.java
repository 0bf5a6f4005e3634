package godmode.detectors.read.kustomize;

import godmode.core.evidence.SourceFile;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the patches of one kustomization, in the order of Kustomize. */
final class Patches {
  private final KustomizationFile file;
  private final Building building;

  Patches(KustomizationFile file, Building building) {
    this.file = file;
    this.building = building;
  }

  void apply(List<Resource> resources) {
    for (Located patch : file.items("patchesStrategicMerge")) {
      for (Located root : patch.isMapping() ? List.of(patch) : documents(patch)) {
        byOwnName(root, resources);
      }
    }
    for (Located patch : file.items("patches")) {
      apply(patch, resources);
    }
    for (Located patch : file.items("patchesJson6902")) {
      apply(patch, resources);
    }
  }

  private void apply(Located patch, List<Resource> resources) {
    List<Located> roots =
        patch
            .at("path")
            .map(this::fromFile)
            .or(() -> patch.at("patch").map(this::inline))
            .orElse(List.of());
    Optional<Located> target = patch.at("target").filter(Located::isMapping);
    // The operations of a JSON patch are one document; in files they also stand one by one.
    for (Located root : roots) {
      if (target.isPresent()) {
        Target selected = new Target(target.get());
        for (Resource resource : List.copyOf(resources)) {
          if (selected.matches(resource)) {
            change(resource, root, resources);
          }
        }
      } else {
        byOwnName(root, resources);
      }
    }
  }

  /** What a patch file or an inline patch holds: a path if it has no line break and no colon. */
  private List<Located> documents(Located written) {
    String text = written.written();
    return text.contains("\n") || text.contains(": ") ? inline(written) : fromFile(written);
  }

  private List<Located> inline(Located written) {
    if (!written.isScalar()) {
      return List.of(written);
    }
    return roots(YamlReader.read(written.textPlace(), written.written()));
  }

  private List<Located> fromFile(Located written) {
    Optional<String> path =
        written.text().flatMap(text -> RepositoryPath.resolve(file.folder(), text));
    Optional<SourceFile> found = path.flatMap(building::file);
    if (found.isEmpty()) {
      building.problem(
          written.place(),
          "patch " + written.written() + " is not in the reviewed directory; correct its path");
      return List.of();
    }
    building.use(found.get().path());
    return roots(YamlReader.read(found.get()));
  }

  private List<Located> roots(YamlFile yaml) {
    yaml.problems().forEach(building::problem);
    return yaml.roots();
  }

  private void byOwnName(Located patch, List<Resource> resources) {
    if (!patch.isMapping()) {
      building.problem(
          patch.place(), "this patch does not say what it changes; give it a 'target'");
      return;
    }
    Resource wanted = new Resource(patch);
    List<Resource> found =
        resources.stream()
            .filter(resource -> resource.kind().equals(wanted.kind()))
            .filter(resource -> resource.group().equals(wanted.group()))
            .filter(resource -> resource.isCalled(wanted.name()))
            .filter(
                resource ->
                    wanted.namespace().isEmpty()
                        || resource.namespace().isEmpty()
                        || resource.namespace().equals(wanted.namespace()))
            .toList();
    if (found.isEmpty()) {
      building.problem(
          patch.place(),
          "this patch changes "
              + wanted.kind()
              + " "
              + wanted.name()
              + ", which the resources lack; correct its kind or name");
    }
    found.forEach(resource -> change(resource, patch, resources));
  }

  private void change(Resource resource, Located patch, List<Resource> resources) {
    if (patch.isSequence()) {
      List<ReadProblem> misfits = new ArrayList<>();
      resource.change(JsonPatch.apply(resource.root(), patch, misfits::add));
      misfits.forEach(building::problem);
      return;
    }
    Optional<Located> merged =
        StrategicMerge.merge(resource.root(), named(resource, patch), resource.isBuiltIn());
    merged.ifPresentOrElse(resource::change, () -> resources.remove(resource));
  }

  /** A patch by target does not rename what it changes. */
  private static Located named(Resource resource, Located patch) {
    Optional<Located> metadata = patch.at("metadata").filter(Located::isMapping);
    if (metadata.flatMap(all -> all.at("name")).isEmpty()) {
      return patch;
    }
    Optional<Located> name = resource.root().get("metadata.name");
    return name.isEmpty()
        ? patch
        : Trees.with(patch, "metadata", Trees.with(metadata.get(), "name", name.get()));
  }
}
