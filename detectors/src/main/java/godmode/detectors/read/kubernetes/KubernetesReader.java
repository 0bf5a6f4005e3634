package godmode.detectors.read.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.evidence.Environment;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.helm.HelmCharts;
import godmode.detectors.read.helm.RenderedChart;
import godmode.detectors.read.kustomize.Kustomizations;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the Kubernetes objects that a repository deploys, from YAML and JSON.
 *
 * <p>Charts and overlays are built first; what they take in is read as they deploy it, and not once
 * more. Left out are templates, patches, unused components, test data, documentation and the files
 * of build services. Charts are rendered once for each of their values files.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class KubernetesReader implements UnitReader<KubernetesObjects> {
  private static final Set<String> BUILD_GROUPS =
      Set.of("skaffold", "kustomize.config.k8s.io", "tilt.dev", "ctlptl.dev");

  /** A document begins with the version of its interface, and says its kind close by. */
  private static final Pattern MANIFEST =
      Pattern.compile(
          "(?m)^apiVersion:[ \\t]*[\\w./\"'-]+[ \\t]*\\R(?:.*\\R){0,3}?kind:[ \\t]*\\w");

  @Override
  public Class<KubernetesObjects> type() {
    return KubernetesObjects.class;
  }

  @Override
  public List<KubernetesObjects> read(RepositorySnapshot snapshot, ProblemSink problems) {
    HelmCharts charts = HelmCharts.of(snapshot, ManifestPaths::isDeployed);
    Kustomizations kustomizations = Kustomizations.of(snapshot, ManifestPaths::isDeployed);
    problems.acceptAll(kustomizations.problems());
    Map<String, List<KubernetesObject>> byFile = new TreeMap<>();
    for (SourceFile file : snapshot.files()) {
      if (isManifest(file)
          && !charts.isInChart(file.path())
          && !kustomizations.uses(file.path())
          && !kustomizations.isUnusedComponent(file)) {
        List<KubernetesObject> objects = objects(file, problems);
        if (!objects.isEmpty() && kustomizations.passesOver(file)) {
          problems.accept(
              new ReadProblem(
                  Place.startOf(file.path()),
                  "is not among the resources of the kustomization beside it, so nothing deploys"
                      + " it; list it there or remove it"));
        } else if (!objects.isEmpty()) {
          byFile.put(file.path(), objects);
        }
      }
    }
    List<KubernetesObjects> units = new ArrayList<>(units(byFile));
    units.addAll(Overlays.units(kustomizations));
    List<RenderedChart> releases = Releases.of(units, charts, problems);
    Stream.concat(
            releases.stream(),
            charts.rendered().stream().filter(chart -> !isReleased(chart, releases)))
        .forEach(chart -> released(chart).ifPresent(units::add));
    problems.acceptAll(charts.problems());
    units.sort(
        Comparator.comparing(KubernetesObjects::unit)
            .thenComparing(KubernetesObjects::environment));
    return units;
  }

  /** A chart with its own values is not deployed where somebody releases it with others. */
  private static boolean isReleased(RenderedChart chart, List<RenderedChart> releases) {
    return releases.stream()
        .anyMatch(
            release ->
                release.folder().equals(chart.folder())
                    && release.environment().equals(chart.environment()));
  }

  /** What a chart deploys; its values say the world, and else its folder does. */
  private static Optional<KubernetesObjects> released(RenderedChart chart) {
    List<KubernetesObject> objects = new ArrayList<>();
    chart.documents().forEach(root -> add(root, objects));
    objects.removeIf(object -> Partial.isPartial(object) || isTestHook(object));
    Environment environment =
        chart.environment().equals(Environment.DEFAULT)
            ? ManifestPaths.environment(RepositoryPath.join(chart.folder(), "Chart.yaml"))
            : chart.environment();
    String unit = chart.folder().isEmpty() ? "." : chart.folder();
    return objects.isEmpty() && chart.absent().isEmpty()
        ? Optional.empty()
        : Optional.of(new KubernetesObjects(unit, environment, objects, chart.absent()));
  }

  private static boolean isTestHook(KubernetesObject object) {
    return object
        .root()
        .get("metadata.annotations")
        .flatMap(annotations -> annotations.at("helm.sh/hook"))
        .filter(hook -> hook.written().contains("test"))
        .isPresent();
  }

  private static boolean isManifest(SourceFile file) {
    String name = file.name();
    boolean extension = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    return extension
        && !Kustomizations.isKustomization(file)
        && ManifestPaths.isDeployed(file.path());
  }

  private static List<KubernetesObject> objects(SourceFile file, ProblemSink problems) {
    String text = file.text().orElse("");
    if (!text.contains("apiVersion") || !text.contains("kind")) {
      return List.of();
    }
    YamlFile yaml = YamlReader.read(file);
    List<KubernetesObject> objects = new ArrayList<>();
    for (Located root : yaml.roots()) {
      add(root, objects);
    }
    boolean template =
        (yaml.templated() && (!yaml.problems().isEmpty() || hasHoles(objects)))
            || objects.stream().anyMatch(object -> object.name().contains("{{"));
    if (template) {
      problems.accept(
          new ReadProblem(
              Place.startOf(file.path()),
              "is a template; commit what it renders to, to have it read"));
      return List.of();
    }
    // A broken file that does not even begin as a manifest may be anything.
    if (!objects.isEmpty() || MANIFEST.matcher(text).find()) {
      problems.acceptAll(yaml.problems());
    }
    return objects.stream().filter(object -> !Partial.isPartial(object)).toList();
  }

  private static void add(Located root, List<KubernetesObject> into) {
    if (!root.isMapping()) {
      return;
    }
    KubernetesObject object = KubernetesObject.of(root);
    boolean items = object.kind().endsWith("List") && root.at("items").isPresent();
    boolean template = object.kind().equals("Template") && root.at("objects").isPresent();
    if (items || template) {
      for (Located item : root.at(items ? "items" : "objects").orElseThrow().items()) {
        add(item, into);
      }
    } else if (!object.kind().isEmpty()
        && !object.apiVersion().isEmpty()
        && !object.name().isEmpty()
        && !object.name().contains("${")
        && !BUILD_GROUPS.contains(object.group())) {
      into.add(object);
    }
  }

  /**
   * Whether an expression stands where a manifest has a value; texts of ConfigMaps may hold any.
   */
  private static boolean hasHoles(List<KubernetesObject> objects) {
    return objects.stream().anyMatch(object -> hasHole(object.root(), true));
  }

  private static boolean hasHole(Located value, boolean top) {
    if (value.isScalar()) {
      return !value.quoted() && value.written().contains("{{");
    }
    return value.items().stream().anyMatch(item -> hasHole(item, false))
        || value.entries().stream()
            .filter(entry -> !(top && entry.key().endsWith("ata") && !isMetadata(entry.key())))
            .anyMatch(entry -> entry.key().contains("{{") || hasHole(entry.value(), false));
  }

  private static boolean isMetadata(String key) {
    return key.equals("metadata");
  }

  private static List<KubernetesObjects> units(Map<String, List<KubernetesObject>> byFile) {
    FolderVariants folders = new FolderVariants();
    Map<String, Set<String>> workloads = new TreeMap<>();
    byFile.forEach(
        (path, objects) -> {
          Set<String> names = new TreeSet<>();
          objects.stream()
              .filter(object -> PodSpecs.isWorkload(object.kind()))
              .forEach(object -> names.add(object.identity()));
          workloads.put(path, names);
          folders.add(path, names);
        });
    FileVariants files = new FileVariants(workloads);
    Map<String, Unit> units = new TreeMap<>();
    byFile.forEach(
        (path, objects) -> {
          Environment environment = environment(path, folders, files);
          boolean alone = files.environment(path).isPresent();
          String name = alone ? path : ManifestPaths.folder(path);
          units
              .computeIfAbsent(name + "\n" + environment, unused -> new Unit(name, environment))
              .addAll(objects);
        });
    return units.values().stream().map(Unit::objects).toList();
  }

  private static Environment environment(String path, FolderVariants folders, FileVariants files) {
    Environment byPath = ManifestPaths.environment(path);
    if (!byPath.equals(Environment.DEFAULT)) {
      return byPath;
    }
    Environment byFolder = folders.environment(path);
    return byFolder.equals(Environment.DEFAULT)
        ? files.environment(path).orElse(Environment.DEFAULT)
        : byFolder;
  }

  /** A unit in the making; of an object that stands in two of its files, the first counts. */
  private record Unit(
      String name, Environment environment, Map<String, KubernetesObject> byIdentity) {
    Unit(String name, Environment environment) {
      this(name, environment, new LinkedHashMap<>());
    }

    void addAll(List<KubernetesObject> objects) {
      objects.forEach(object -> byIdentity.putIfAbsent(object.identity(), object));
    }

    KubernetesObjects objects() {
      return new KubernetesObjects(name, environment, List.copyOf(byIdentity.values()));
    }
  }
}
