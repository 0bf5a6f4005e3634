package godmode.detectors.read.kubernetes;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object of a manifest.
 *
 * @param apiVersion group and version: {@code apps/v1}
 * @param name {@code metadata.name}, else {@code generateName} without its dash; empty if neither
 * @param deployedName the name with the prefixes and suffixes of overlays; mostly the name
 * @param namespace empty where none is written
 * @param labels {@code metadata.labels}
 * @param root the whole object
 */
public record KubernetesObject(
    String apiVersion,
    String kind,
    String name,
    String deployedName,
    String namespace,
    SortedMap<String, String> labels,
    Located root) {
  public KubernetesObject {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  static KubernetesObject of(Located root) {
    return of(root, "");
  }

  /** An object that is deployed under another name than its own, unless that is empty. */
  static KubernetesObject of(Located root, String deployedName) {
    String name =
        root.text("metadata.name")
            .orElseGet(
                () -> root.text("metadata.generateName").map(KubernetesObject::stem).orElse(""));
    return new KubernetesObject(
        root.text("apiVersion").orElse(""),
        root.text("kind").orElse(""),
        name,
        deployedName.isEmpty() ? name : deployedName,
        root.text("metadata.namespace").orElse(""),
        root.get("metadata.labels").map(KubernetesObject::texts).orElse(new TreeMap<>()),
        root);
  }

  private static String stem(String generateName) {
    return generateName.endsWith("-")
        ? generateName.substring(0, generateName.length() - 1)
        : generateName;
  }

  /** The entries of a mapping that are scalars, by key. */
  public static SortedMap<String, String> texts(Located mapping) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (Located.Entry entry : mapping.entries()) {
      entry.value().text().ifPresent(text -> texts.put(entry.key(), text));
    }
    return texts;
  }

  /** Where its name stands, or else where it begins. */
  public Place at() {
    return root.get("metadata.name").map(Located::place).orElseGet(root::place);
  }

  /** The API group without its version; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The same object under the name it is deployed by. */
  KubernetesObject renamed() {
    return new KubernetesObject(
        apiVersion, kind, deployedName, deployedName, namespace, labels, root);
  }

  /** Whether files may speak of it by this name. */
  public boolean isCalled(String someName) {
    return someName.equals(name) || someName.equals(deployedName);
  }

  /** What makes two texts the same object. */
  String identity() {
    return kind + "/" + namespace + "/" + name;
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
