package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Configurations in YAML: Prometheus, data sources of Grafana, and the Beats of Elastic. */
public final class YamlConfiguration {
  private static final int DEPTH_MAX = 20;

  private YamlConfiguration() {}

  /** What Prometheus scrapes by address; targets that it discovers are not written down. */
  public static List<Endpoint> ofPrometheus(SourceFile file) {
    List<Endpoint> found = new ArrayList<>();
    for (Located root : YamlReader.read(file).roots()) {
      for (Located job : items(root, "scrape_configs")) {
        for (Located group : items(job, "static_configs")) {
          for (Located target : items(group, "targets")) {
            add(found, "", target);
          }
        }
      }
      root.get("alerting").stream()
          .flatMap(alerting -> items(alerting, "alertmanagers").stream())
          .flatMap(manager -> items(manager, "static_configs").stream())
          .flatMap(group -> items(group, "targets").stream())
          .forEach(target -> add(found, "alertmanager", target));
    }
    return found;
  }

  /** The data sources that Grafana is provisioned with. */
  public static List<Endpoint> ofGrafana(SourceFile file) {
    List<Endpoint> found = new ArrayList<>();
    for (Located root : YamlReader.read(file).roots()) {
      for (Located source : items(root, "datasources")) {
        source.at("url").ifPresent(url -> add(found, source.text("type").orElse(""), url));
      }
    }
    return found;
  }

  /** Where a Beat such as Filebeat sends what it reads, in the form of any of its versions. */
  public static List<Endpoint> ofBeat(SourceFile file) {
    List<Endpoint> found = new ArrayList<>();
    for (Located root : YamlReader.read(file).roots()) {
      for (String output : List.of("logstash", "elasticsearch", "kafka", "redis")) {
        at(root, "output." + output)
            .forEach(
                settings -> {
                  boolean on = !settings.text("enabled").orElse("true").equals("false");
                  if (on) {
                    items(settings, "hosts").forEach(host -> add(found, output, host));
                  }
                });
        for (Located parent : parents(root)) {
          String key = (parent == root ? "output." : "") + output + ".hosts";
          items(parent, key).forEach(host -> add(found, output, host));
        }
      }
    }
    return found;
  }

  private static List<Located> parents(Located root) {
    List<Located> found = new ArrayList<>(List.of(root));
    root.at("output").ifPresent(found::add);
    return found;
  }

  /** The value at a path with dots, whether it is written as one key or as several. */
  private static List<Located> at(Located root, String path) {
    List<Located> found = new ArrayList<>();
    root.at(path).ifPresent(found::add);
    int dot = path.indexOf('.');
    if (dot > 0) {
      root.at(path.substring(0, dot)).ifPresent(v -> found.addAll(at(v, path.substring(dot + 1))));
    }
    return found;
  }

  private static List<Located> items(Located parent, String key) {
    List<Located> found = new ArrayList<>();
    parent.at(key).ifPresent(value -> flatten(value, 0, found));
    return found;
  }

  private static void flatten(Located value, int depth, List<Located> into) {
    if (value.items().isEmpty() || depth > DEPTH_MAX) {
      into.add(value);
    } else {
      value.items().forEach(item -> flatten(item, depth + 1, into));
    }
  }

  private static void add(List<Endpoint> found, String technology, Located value) {
    value
        .text()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> found.add(new Endpoint(technology, text, value.place())));
  }
}
