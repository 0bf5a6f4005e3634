package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.helm.AbsentChart;
import godmode.detectors.read.helm.HelmCharts;
import godmode.detectors.read.helm.RenderedChart;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Argo CD's Applications and Flux's HelmReleases make of charts: released with values of their
 * own, into the world that their path or name tells.
 */
final class Releases {
  private final HelmCharts charts;
  private final ProblemSink problems;
  private final List<KubernetesObjects> units;
  private final List<RenderedChart> released = new ArrayList<>();

  private Releases(List<KubernetesObjects> units, HelmCharts charts, ProblemSink problems) {
    this.units = units;
    this.charts = charts;
    this.problems = problems;
  }

  /** One for each release whose chart is in the repository or has a name. */
  static List<RenderedChart> of(
      List<KubernetesObjects> units, HelmCharts charts, ProblemSink problems) {
    Releases found = new Releases(units, charts, problems);
    for (KubernetesObjects unit : units) {
      for (KubernetesObject object : unit.objects()) {
        if (object.kind().equals("Application") && object.group().equals("argoproj.io")) {
          found.application(object, world(object, unit.environment()));
        } else if (object.kind().equals("HelmRelease")
            && object.group().equals("helm.toolkit.fluxcd.io")) {
          found.helmRelease(object, world(object, unit.environment()));
        }
      }
    }
    return List.copyOf(found.released);
  }

  private static Environment world(KubernetesObject object, Environment ofUnit) {
    return ofUnit.equals(Environment.DEFAULT)
        ? ManifestPaths.environment(object.name() + ".yaml")
        : ofUnit;
  }

  private void application(KubernetesObject object, Environment world) {
    Located spec = object.root().at("spec").orElse(object.root());
    List<Located> sources =
        Stream.concat(
                spec.at("source").stream(),
                spec.at("sources").map(Located::items).orElse(List.of()).stream())
            .toList();
    for (Located source : sources) {
      String path = source.text("path").orElse("");
      Located helm = source.at("helm").orElse(Trees.empty(source.place()));
      String release = helm.text("releaseName").orElse(object.name());
      List<Located> values = new ArrayList<>();
      helm.at("parameters").ifPresent(list -> list.items().forEach(p -> values.add(parameter(p))));
      helm.at("valuesObject").filter(Located::isMapping).ifPresent(values::add);
      helm.at("values").filter(Located::isScalar).ifPresent(text -> values.addAll(inline(text)));
      List<Located> files = helm.at("valueFiles").map(Located::items).orElse(List.of());
      for (int i = files.size() - 1; i >= 0; i--) {
        file(files.get(i), path).ifPresent(values::add);
      }
      release(source.at("chart"), path, world, values, release, object);
    }
  }

  private void helmRelease(KubernetesObject object, Environment world) {
    Located spec = object.root().at("spec").orElse(object.root());
    Optional<Located> chart = spec.get("chart.spec.chart").filter(Located::isScalar);
    String written = chart.map(Located::written).orElse("");
    boolean path = written.startsWith(".") || written.contains("/");
    spec.entry("valuesFrom")
        .ifPresent(
            from ->
                problems.accept(
                    new ReadProblem(
                        from.keyPlace(),
                        "valuesFrom of release "
                            + object.name()
                            + " is not read; what it sets is missing here, write it in 'values'")));
    List<Located> values = spec.at("values").filter(Located::isMapping).stream().toList();
    String release = spec.text("releaseName").orElse(object.name());
    Optional<Located> remote = chart.filter(unused -> !path).or(() -> referred(spec));
    release(remote, path ? written : "", world, values, release, object);
  }

  /** The chart that a release takes from an image registry: the last part of the address. */
  private Optional<Located> referred(Located spec) {
    String name = spec.text("chartRef.name").orElse("");
    return units.stream()
        .flatMap(unit -> unit.objects().stream())
        .filter(object -> object.kind().equals("OCIRepository") && object.isCalled(name))
        .flatMap(object -> object.root().get("spec.url").stream())
        .filter(Located::isScalar)
        .map(url -> Located.scalar(url.place(), RepositoryPath.name(url.written()), true))
        .findFirst();
  }

  private void release(
      Optional<Located> chart,
      String path,
      Environment world,
      List<Located> values,
      String release,
      KubernetesObject object) {
    Optional<String> folder = path.isEmpty() ? Optional.empty() : RepositoryPath.resolve("", path);
    Optional<RenderedChart> here =
        folder.flatMap(found -> charts.release(found, world, values, release));
    if (here.isPresent()) {
      released.add(here.get());
      return;
    }
    Optional<String> name = chart.flatMap(Located::text);
    if (name.isPresent()) {
      Place at = chart.get().place();
      List<Located> own =
          values.stream()
              .map(file -> Located.mapping(at, List.of(new Located.Entry(name.get(), at, file))))
              .toList();
      String unit = object.at().file();
      released.add(
          new RenderedChart(
              unit,
              world,
              List.of(),
              List.of(new AbsentChart(unit, world, name.get(), name.get(), release, own, at))));
    }
  }

  /** {@code name: a.b, value: c} as {@code {a: {b: c}}}. */
  private static Located parameter(Located written) {
    Located value = written.at("value").orElse(Trees.empty(written.place()));
    String[] keys = written.text("name").orElse("").split("\\.", -1);
    for (int i = keys.length - 1; i >= 0; i--) {
      value =
          Located.mapping(
              written.place(), List.of(new Located.Entry(keys[i], written.place(), value)));
    }
    return value;
  }

  private List<Located> inline(Located text) {
    return YamlReader.read(text.textPlace(), text.written()).roots().stream()
        .filter(Located::isMapping)
        .toList();
  }

  private Optional<Located> file(Located written, String path) {
    Optional<Located> found =
        written
            .text()
            .filter(text -> !text.startsWith("$") && !text.contains("://"))
            .flatMap(text -> RepositoryPath.resolve(path, text))
            .flatMap(charts::values);
    if (found.isEmpty() && charts.isChart(path)) {
      problems.accept(
          new ReadProblem(
              written.place(),
              "values file "
                  + written.written()
                  + " is not in the reviewed directory; what it sets is missing here"));
    }
    return found;
  }
}
