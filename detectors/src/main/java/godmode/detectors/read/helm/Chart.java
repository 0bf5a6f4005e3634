package godmode.detectors.read.helm;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One chart.
 *
 * @param folder the empty path for the reviewed directory itself
 * @param root its {@code Chart.yaml}
 * @param values its {@code values.yaml}; an empty mapping where there is none
 * @param dependencies of {@code Chart.yaml}, or of {@code requirements.yaml} in old charts
 * @param templates paths of the files in its {@code templates}
 */
record Chart(
    String folder,
    Located root,
    Located values,
    List<Located> dependencies,
    List<String> templates) {
  Chart {
    dependencies = List.copyOf(dependencies);
    templates = List.copyOf(templates);
  }

  String name() {
    return root.text("name").orElseGet(() -> folder.substring(folder.lastIndexOf('/') + 1));
  }

  String version() {
    return root.text("version").orElse("");
  }

  boolean isLibrary() {
    return root.text("type").filter("library"::equals).isPresent();
  }

  Place at() {
    return Place.startOf(root.place().file());
  }

  /** {@code .Chart} in templates. */
  Map<String, Object> described() {
    Map<String, Object> described = new TreeMap<>();
    root.entries()
        .forEach(
            entry -> {
              String key = entry.key();
              String field = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
              // Versions are texts to Helm, whatever YAML takes them for.
              Object value =
                  entry.value().isScalar() ? entry.value().written() : Values.of(entry.value());
              described.put(key.equals("apiVersion") ? "APIVersion" : field, value);
            });
    described.put("Name", name());
    return described;
  }
}
