package godmode.detectors.read.kustomize;

import godmode.detectors.read.yaml.Located;
import java.util.Optional;

/** One object while overlays change it. It keeps the name of its base, by which patches find it. */
final class Resource {
  private Located root;
  private String prefix = "";
  private String suffix = "";

  Resource(Located root) {
    this.root = root;
  }

  Located root() {
    return root;
  }

  void change(Located changed) {
    root = changed;
  }

  String kind() {
    return root.text("kind").orElse("");
  }

  String name() {
    return root.text("metadata.name").orElse("");
  }

  String namespace() {
    return root.text("metadata.namespace").orElse("");
  }

  /** The API group; empty for the core group. */
  String group() {
    String version = root.text("apiVersion").orElse("");
    return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
  }

  /** Whether the API itself defines this kind, so that its lists merge by keys. */
  boolean isBuiltIn() {
    return !group().contains(".") || group().endsWith(".k8s.io");
  }

  void rename(Optional<String> before, Optional<String> behind) {
    prefix = before.orElse("") + prefix;
    suffix = suffix + behind.orElse("");
  }

  String deployedName() {
    return prefix + name() + suffix;
  }

  /** Whether a patch that writes this name means it: any name it had or has. */
  boolean isCalled(String name) {
    return name.equals(name()) || name.equals(deployedName());
  }

  /** What makes two texts the same object. */
  String identity() {
    return group() + "/" + kind() + "/" + namespace() + "/" + name();
  }

  KustomizedObject finished() {
    return new KustomizedObject(root, deployedName());
  }
}
