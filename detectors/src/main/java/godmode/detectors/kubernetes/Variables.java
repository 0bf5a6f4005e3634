package godmode.detectors.kubernetes;

import godmode.core.fact.Place;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import godmode.detectors.settings.WrittenSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings that a workload's own container is given, with the place each is written at. */
final class Variables {
  private Variables() {}

  /**
   * Options of the command line, then variables, then mounted files: what overrides stands first.
   */
  static List<WrittenSetting> all(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>(arguments(workload));
    found.addAll(environment(workload, cluster));
    found.addAll(files(workload, cluster));
    return found;
  }

  static List<WrittenSetting> arguments(Workload workload) {
    List<Located> words = new ArrayList<>();
    for (String field : List.of("command", "args")) {
      words.addAll(workload.container().at(field).map(Located::items).orElse(List.of()));
    }
    return WrittenSettings.ofArguments(words);
  }

  /** {@code env} before {@code envFrom}, as the cluster does. */
  static List<WrittenSetting> environment(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>();
    for (Located variable : items(workload.container(), "env")) {
      variable.text("name").ifPresent(name -> add(name, variable, cluster, found));
    }
    for (Located from : items(workload.container(), "envFrom")) {
      String prefix = from.text("prefix").orElse("");
      source(from, "configMapRef", "ConfigMap", cluster)
          .or(() -> source(from, "secretRef", "Secret", cluster))
          .ifPresent(object -> entries(object, prefix, found));
    }
    return found;
  }

  private static void add(
      String name, Located variable, Cluster cluster, List<WrittenSetting> into) {
    Optional<Located> value =
        variable.at("value").or(() -> referred(variable, "configMapKeyRef", "ConfigMap", cluster));
    value
        .or(() -> referred(variable, "secretKeyRef", "Secret", cluster))
        .filter(Located::isScalar)
        .ifPresent(found -> into.add(new WrittenSetting(name, found.written(), found.place())));
  }

  private static Optional<Located> referred(
      Located variable, String field, String kind, Cluster cluster) {
    Optional<Located> reference = variable.get("valueFrom." + field);
    String key = reference.flatMap(ref -> ref.text("key")).orElse("");
    return reference
        .flatMap(ref -> ref.text("name"))
        .flatMap(name -> cluster.find(kind, name))
        .flatMap(object -> texts(object).flatMap(data -> data.at(key)));
  }

  private static Optional<KubernetesObject> source(
      Located from, String field, String kind, Cluster cluster) {
    return from.text(field + ".name").flatMap(name -> cluster.find(kind, name));
  }

  /** Texts as they are; the encoded {@code data} of a Secret is left alone. */
  private static Optional<Located> texts(KubernetesObject object) {
    return object.root().at(object.kind().equals("Secret") ? "stringData" : "data");
  }

  private static void entries(KubernetesObject object, String prefix, List<WrittenSetting> into) {
    for (Located.Entry entry : texts(object).map(Located::entries).orElse(List.of())) {
      entry
          .value()
          .text()
          .ifPresent(
              text ->
                  into.add(new WrittenSetting(prefix + entry.key(), text, entry.value().place())));
    }
  }

  /** The settings in the texts of mounted ConfigMaps, at the lines where they stand. */
  static List<WrittenSetting> files(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>();
    List<String> mounted =
        items(workload.container(), "volumeMounts").stream()
            .flatMap(mount -> mount.text("name").stream())
            .toList();
    List<Located> volumes =
        PodSpecs.of(workload.object()).map(spec -> items(spec, "volumes")).orElse(List.of());
    for (Located volume : volumes) {
      if (volume.text("name").filter(mounted::contains).isPresent()) {
        volume
            .text("configMap.name")
            .flatMap(name -> cluster.find("ConfigMap", name))
            .ifPresent(map -> found.addAll(files(map)));
      }
    }
    return found;
  }

  private static List<WrittenSetting> files(KubernetesObject map) {
    List<WrittenSetting> found = new ArrayList<>();
    for (Located.Entry entry : map.root().at("data").map(Located::entries).orElse(List.of())) {
      Place start = entry.value().textPlace();
      entry
          .value()
          .text()
          .ifPresent(text -> found.addAll(WrittenSettings.ofFile(entry.key(), text, start)));
    }
    return found;
  }

  private static List<Located> items(Located value, String field) {
    return value.at(field).map(Located::items).orElse(List.of());
  }
}
