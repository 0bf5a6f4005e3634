package godmode.detectors.read.kustomize;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.variables.EnvFile;
import godmode.detectors.read.variables.Variables;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the ConfigMaps and Secrets that a kustomization generates. Values keep the place in the
 * file they come from; names have no hash behind them, as references to them have none either.
 */
final class Generators {
  private final KustomizationFile file;
  private final Building building;

  Generators(KustomizationFile file, Building building) {
    this.file = file;
    this.building = building;
  }

  void apply(List<Resource> resources) {
    for (Located written : file.items("configMapGenerator")) {
      generate("ConfigMap", "data", written, resources);
    }
    for (Located written : file.items("secretGenerator")) {
      generate("Secret", "stringData", written, resources);
    }
  }

  private void generate(String kind, String field, Located written, List<Resource> resources) {
    Optional<Located> name = written.at("name").filter(Located::isScalar);
    if (name.isEmpty()) {
      return;
    }
    Located data = Located.mapping(written.place(), List.copyOf(data(written).values()));
    String behavior = written.text("behavior").orElse("create");
    Optional<Resource> old =
        resources.stream()
            .filter(other -> other.kind().equals(kind) && other.isCalled(name.get().written()))
            .findFirst();
    if (old.isPresent()) {
      Located before = old.get().root().at(field).orElse(Trees.empty(written.place()));
      Located after =
          behavior.equals("merge")
              ? Located.mapping(
                  before.place(),
                  Stream.concat(before.entries().stream(), data.entries().stream()).toList())
              : data;
      old.get().change(Trees.with(old.get().root(), field, after));
      return;
    }
    Place at = written.place();
    Located metadata =
        Located.mapping(at, List.of(new Located.Entry("name", name.get().place(), name.get())));
    resources.add(
        new Resource(
            Located.mapping(
                at,
                List.of(
                    new Located.Entry("apiVersion", at, Located.scalar(at, "v1", true)),
                    new Located.Entry("kind", at, Located.scalar(at, kind, true)),
                    new Located.Entry("metadata", at, metadata),
                    new Located.Entry(field, at, data)))));
  }

  private Map<String, Located.Entry> data(Located written) {
    Map<String, Located.Entry> data = new LinkedHashMap<>();
    for (Located item : items(written, "literals")) {
      String text = item.written();
      int split = text.indexOf('=');
      if (split > 0) {
        Place start = item.textPlace();
        Place at = new Place(start.file(), start.line(), start.column() + split + 1);
        put(
            data,
            text.substring(0, split),
            start,
            Located.scalar(at, text.substring(split + 1), true));
      }
    }
    for (Located item : items(written, "files")) {
      String text = item.written();
      String path = text.substring(text.indexOf('=') + 1);
      String key =
          text.contains("=") ? text.substring(0, text.indexOf('=')) : RepositoryPath.name(path);
      source(item, path)
          .ifPresent(
              found -> {
                Place start = Place.startOf(found.path());
                put(data, key, item.place(), Located.scalar(start, found.text().orElse(""), true));
              });
    }
    List<Located> variables = new ArrayList<>(items(written, "envs"));
    written.at("env").filter(Located::isScalar).ifPresent(variables::add);
    for (Located item : variables) {
      source(item, item.written())
          .ifPresent(
              found ->
                  EnvFile.read(found, Variables.NONE)
                      .forEach((key, value) -> put(data, key, value.place(), value)));
    }
    return data;
  }

  private static void put(Map<String, Located.Entry> data, String key, Place at, Located value) {
    data.put(key, new Located.Entry(key, at, value));
  }

  private Optional<SourceFile> source(Located item, String path) {
    Optional<SourceFile> found =
        RepositoryPath.resolve(file.folder(), path).flatMap(building::file);
    if (found.isEmpty()) {
      building.problem(
          item.place(),
          "generator file " + path + " is not in the reviewed directory; add it or its example");
    } else {
      building.use(found.get().path());
    }
    return found;
  }

  private static List<Located> items(Located written, String field) {
    return written.at(field).map(Located::items).orElse(List.of());
  }
}
