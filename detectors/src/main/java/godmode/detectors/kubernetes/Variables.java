package godmode.detectors.kubernetes;

import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import godmode.detectors.settings.WrittenSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings that a workload's own container is given, with the place each is written at. */
final class Variables {
  /** Variables whose value is the configuration of Patroni, in YAML. */
  private static final Set<String> DOCUMENTS =
      Set.of("SPILO_CONFIGURATION", "PATRONI_CONFIGURATION");

  private Variables() {}

  /**
   * Options of the command line, then variables, then mounted files: what overrides stands first.
   */
  static List<WrittenSetting> all(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>(arguments(workload));
    found.addAll(environment(workload, cluster));
    found.addAll(files(workload, cluster));
    found.addAll(ofApplication(workload, cluster));
    return found;
  }

  /**
   * What Spring Cloud Kubernetes reads through the API of the cluster: the settings of an
   * application in the ConfigMap that is called as it is, which nothing mounts.
   */
  private static List<WrittenSetting> ofApplication(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>();
    for (Located.Entry entry :
        cluster
            .find("ConfigMap", workload.name())
            .flatMap(map -> map.root().at("data"))
            .map(Located::entries)
            .orElse(List.of())) {
      if (entry.key().matches("application(-.+)?\\.(properties|ya?ml)")) {
        found.addAll(
            WrittenSettings.ofFile(
                entry.key(), entry.value().written(), entry.value().textPlace()));
      }
    }
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
        .ifPresent(
            found -> {
              into.add(new WrittenSetting(name, found.written(), found.place()));
              if (DOCUMENTS.contains(name)) {
                into.addAll(
                    WrittenSettings.ofFile(name + ".yaml", found.written(), found.textPlace()));
              }
            });
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

  /** The settings in the texts of mounted ConfigMaps and Secrets, at the lines where they stand. */
  static List<WrittenSetting> files(Workload workload, Cluster cluster) {
    List<WrittenSetting> found = new ArrayList<>();
    List<Located> mounts = items(workload.container(), "volumeMounts");
    List<Located> volumes =
        PodSpecs.of(workload.object()).map(spec -> items(spec, "volumes")).orElse(List.of());
    for (Located volume : volumes) {
      List<Located> here =
          mounts.stream().filter(m -> m.text("name").equals(volume.text("name"))).toList();
      if (!here.isEmpty()) {
        source(volume, here, cluster, found);
        for (Located part : volume.get("projected.sources").map(Located::items).orElse(List.of())) {
          source(part, here, cluster, found);
        }
      }
    }
    return found;
  }

  /** One ConfigMap or Secret of a volume; Secrets are named otherwise in projected volumes. */
  private static void source(
      Located volume, List<Located> mounts, Cluster cluster, List<WrittenSetting> into) {
    Optional<Located> map = volume.at("configMap").filter(Located::isMapping);
    Optional<Located> written = map.or(() -> volume.at("secret").filter(Located::isMapping));
    written
        .flatMap(ref -> ref.text("name").or(() -> ref.text("secretName")))
        .flatMap(name -> cluster.find(map.isPresent() ? "ConfigMap" : "Secret", name))
        .ifPresent(object -> files(object, written.orElseThrow(), mounts, into));
  }

  private static void files(
      KubernetesObject object, Located reference, List<Located> mounts, List<WrittenSetting> into) {
    List<Located> chosen = items(reference, "items");
    for (Located.Entry entry : texts(object).map(Located::entries).orElse(List.of())) {
      Optional<String> path =
          chosen.isEmpty()
              ? Optional.of(entry.key())
              : chosen.stream()
                  .filter(item -> item.text("key").filter(entry.key()::equals).isPresent())
                  .flatMap(item -> item.text("path").stream())
                  .findFirst();
      if (path.isPresent() && entry.value().text().isPresent()) {
        String name = mountedAs(path.get(), mounts);
        into.addAll(
            WrittenSettings.ofFile(name, entry.value().written(), entry.value().textPlace()));
      }
    }
  }

  /** The name of a file in the container: a single file may be mounted under another one. */
  private static String mountedAs(String path, List<Located> mounts) {
    String file =
        mounts.stream()
            .filter(mount -> mount.text("subPath").filter(path::equals).isPresent())
            .flatMap(mount -> mount.text("mountPath").stream())
            .findFirst()
            .orElse(path);
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static List<Located> items(Located value, String field) {
    return value.at(field).map(Located::items).orElse(List.of());
  }
}
