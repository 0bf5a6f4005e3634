package godmode.detectors.read.kustomize;

import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The transformers every kustomization can name: names, labels, numbers of replicas, images. */
final class Transformers {
  private static final Set<String> SCALED =
      Set.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

  private final KustomizationFile file;
  private final Building building;

  Transformers(KustomizationFile file, Building building) {
    this.file = file;
    this.building = building;
  }

  void apply(List<Resource> resources) {
    Optional<String> prefix = file.root().text("namePrefix");
    Optional<String> suffix = file.root().text("nameSuffix");
    for (Resource resource : resources) {
      resource.rename(prefix, suffix);
      file.root().at("namespace").ifPresent(value -> set(resource, "metadata.namespace", value));
      file.root().at("commonLabels").ifPresent(labels -> label(resource, labels, true, true));
      for (Located labels : file.items("labels")) {
        boolean selectors = labels.at("includeSelectors").flatMap(Located::flag).orElse(false);
        boolean templates =
            selectors || labels.at("includeTemplates").flatMap(Located::flag).orElse(false);
        labels.at("pairs").ifPresent(pairs -> label(resource, pairs, selectors, templates));
      }
      for (Located image : file.items("images")) {
        resource.change(images(resource.root(), image));
      }
    }
    file.items("replicas").forEach(replicas -> scale(replicas, resources));
  }

  private void scale(Located replicas, List<Resource> resources) {
    String name = replicas.text("name").orElse("");
    Optional<Located> count = replicas.at("count");
    List<Resource> found =
        resources.stream()
            .filter(resource -> SCALED.contains(resource.kind()) && resource.isCalled(name))
            .toList();
    if (found.isEmpty() || count.isEmpty()) {
      building.problem(
          replicas.place(),
          "'replicas' names "
              + (name.isEmpty() ? "nothing" : name)
              + ", and no workload of the resources is called so; correct the name");
      return;
    }
    found.forEach(resource -> set(resource, "spec.replicas", count.get()));
  }

  private static void label(
      Resource resource, Located labels, boolean selectors, boolean templates) {
    resource.change(with(resource.root(), "metadata.labels", labels));
    boolean pods = resource.root().get("spec.template").filter(Located::isMapping).isPresent();
    if (templates && pods) {
      resource.change(with(resource.root(), "spec.template.metadata.labels", labels));
    }
    if (selectors && resource.kind().equals("Service")) {
      addIfThere(resource, "spec.selector", labels);
    } else if (selectors) {
      addIfThere(resource, "spec.selector.matchLabels", labels);
    }
  }

  private static void addIfThere(Resource resource, String path, Located labels) {
    if (resource.root().get(path).filter(Located::isMapping).isPresent()) {
      resource.change(with(resource.root(), path, labels));
    }
  }

  /** A tree with more entries in the mapping at a path. */
  private static Located with(Located root, String path, Located more) {
    Located old = root.get(path).filter(Located::isMapping).orElse(Trees.empty(more.place()));
    Located all =
        Located.mapping(
            old.place(), Stream.concat(old.entries().stream(), more.entries().stream()).toList());
    return put(root, List.of(path.split("\\.", -1)), all);
  }

  private static void set(Resource resource, String path, Located value) {
    resource.change(put(resource.root(), List.of(path.split("\\.", -1)), value));
  }

  private static Located put(Located node, List<String> path, Located value) {
    String key = path.get(0);
    if (path.size() == 1) {
      return Trees.with(node, key, value);
    }
    Located child = node.at(key).filter(Located::isMapping).orElse(Trees.empty(value.place()));
    return Trees.with(node, key, put(child, path.subList(1, path.size()), value));
  }

  /** Every {@code image} of a container, wherever the containers are. */
  private static Located images(Located node, Located change) {
    if (node.isSequence()) {
      return Trees.map(node, item -> images(item, change));
    }
    Located result = node;
    for (Located.Entry entry : node.entries()) {
      boolean containers = entry.key().equals("containers") || entry.key().equals("initContainers");
      Located value =
          containers && entry.value().isSequence()
              ? Trees.map(
                  entry.value(), c -> Trees.change(c, "image", image -> image(image, change)))
              : images(entry.value(), change);
      result = Trees.with(result, entry.key(), value);
    }
    return result;
  }

  private static Located image(Located image, Located change) {
    String written = image.written();
    int at = written.indexOf('@');
    String tagged = at < 0 ? written : written.substring(0, at);
    int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    String name = colon < 0 ? tagged : tagged.substring(0, colon);
    if (!image.isScalar() || !change.text("name").filter(name::equals).isPresent()) {
      return image;
    }
    String rest = written.substring(name.length());
    Optional<Located> tag = change.at("newTag").filter(Located::isScalar);
    Optional<Located> digest = change.at("digest").filter(Located::isScalar);
    if (digest.isPresent()) {
      rest = "@" + digest.get().written();
    } else if (tag.isPresent()) {
      rest = ":" + tag.get().written();
    }
    Optional<Located> newName = change.at("newName").filter(Located::isScalar);
    Located source = newName.or(() -> digest).or(() -> tag).orElse(image);
    return Located.scalar(source.place(), newName.map(Located::written).orElse(name) + rest, true);
  }
}
