package godmode.detectors.read.kustomize;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kustomization file.
 *
 * @param folder the empty path for the reviewed directory itself
 */
record KustomizationFile(String folder, String path, Located root) {
  boolean isComponent() {
    return root.text("kind").filter("Component"::equals).isPresent();
  }

  List<Located> items(String field) {
    return root.at(field).map(Located::items).orElse(List.of());
  }

  /** Files, folders and addresses it takes objects from; {@code bases} in old files. */
  List<Located> resources() {
    return Stream.concat(items("resources").stream(), items("bases").stream()).toList();
  }

  /** Whether a field is written and not empty. */
  boolean sets(String field) {
    return root.at(field)
        .filter(
            value ->
                !value.items().isEmpty()
                    || !value.entries().isEmpty()
                    || value.text().filter(text -> !text.isEmpty()).isPresent())
        .isPresent();
  }

  Place place(String field) {
    return root.entry(field).map(Located.Entry::keyPlace).orElseGet(root::place);
  }
}
