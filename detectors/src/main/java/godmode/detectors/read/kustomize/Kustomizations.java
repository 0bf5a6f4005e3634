package godmode.detectors.read.kustomize;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All kustomizations of a repository, built. */
public final class Kustomizations {
  /** Objects in one overlay; what is beyond is not built. */
  static final int OBJECTS_MAX = 20_000;

  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final Pattern REMOTE =
      Pattern.compile("(?i)(\\w+://|git@|git::|github\\.com[/:]|gitlab\\.com[/:]).*|.*[?&]ref=.*");

  /** Fields that change what is deployed and are not applied. */
  private static final List<String> NOT_APPLIED =
      List.of(
          "helmCharts",
          "helmChartInflationGenerator",
          "generators",
          "replacements",
          "transformers",
          "vars");

  private static final Set<String> HARMLESS = Set.of("AnnotationsTransformer", "LabelTransformer");

  private final Building building;
  private final Predicate<String> deployed;
  private final Map<String, KustomizationFile> byFolder = new TreeMap<>();
  private final Map<String, YamlFile> manifests = new HashMap<>();
  private final List<Kustomized> built = new ArrayList<>();
  private final Set<String> referred = new TreeSet<>();

  private Kustomizations(RepositorySnapshot snapshot, Predicate<String> deployed) {
    this.building = new Building(snapshot);
    this.deployed = deployed;
  }

  /**
   * Builds every kustomization but components, which have no life of their own.
   *
   * @param deployed whether a path is no test data or documentation
   */
  public static Kustomizations of(RepositorySnapshot snapshot, Predicate<String> deployed) {
    Kustomizations all = new Kustomizations(snapshot, deployed);
    for (SourceFile file : snapshot.files()) {
      if (isKustomization(file) && deployed.test(file.path())) {
        all.read(file);
      }
    }
    for (KustomizationFile file : all.byFolder.values()) {
      if (!file.isComponent()) {
        all.build(file);
      }
    }
    return all;
  }

  /** Whether a file is called like a kustomization. */
  public static boolean isKustomization(SourceFile file) {
    return NAMES.contains(file.name());
  }

  private void read(SourceFile file) {
    YamlFile yaml = YamlReader.read(file);
    yaml.problems().forEach(building::problem);
    yaml.roots().stream()
        .filter(Located::isMapping)
        .findFirst()
        .ifPresent(
            root ->
                byFolder.put(
                    file.folder(), new KustomizationFile(file.folder(), file.path(), root)));
  }

  private void build(KustomizationFile file) {
    Set<String> path = new LinkedHashSet<>();
    Set<String> bases = new TreeSet<>();
    List<Resource> resources = new ArrayList<>();
    accumulate(file, resources, path, bases);
    bases.remove(file.folder());
    built.add(
        new Kustomized(
            file.folder(),
            List.copyOf(bases),
            resources.stream().map(Resource::finished).toList()));
  }

  /** Adds what a kustomization makes to what is there; a component also changes what is there. */
  private void accumulate(
      KustomizationFile file, List<Resource> into, Set<String> path, Set<String> bases) {
    if (!path.add(file.folder())) {
      building.problem(
          Place.startOf(file.path()), "takes in itself through its resources; break the cycle");
      return;
    }
    bases.add(file.folder());
    for (Located resource : file.resources()) {
      resource(file, resource, into, path, bases);
    }
    for (Located component : file.items("components")) {
      folder(file, component).ifPresent(found -> accumulate(found, into, path, bases));
    }
    new Generators(file, building).apply(into);
    new Patches(file, building).apply(into);
    new Transformers(file, building).apply(into);
    notApplied(file);
    path.remove(file.folder());
  }

  private void notApplied(KustomizationFile file) {
    List<String> fields =
        NOT_APPLIED.stream()
            .filter(file::sets)
            .filter(field -> !file.items(field).stream().allMatch(item -> isHarmless(file, item)))
            .toList();
    if (!fields.isEmpty()) {
      building.problem(
          file.place(fields.get(0)),
          "Kustomize's "
              + String.join(", ", fields)
              + " are not applied; commit the output of `kustomize build` to have it read");
    }
  }

  /** A transformer that only adds labels or annotations; its file is taken in either way. */
  private boolean isHarmless(KustomizationFile file, Located written) {
    Optional<SourceFile> found =
        written
            .text()
            .flatMap(text -> RepositoryPath.resolve(file.folder(), text))
            .flatMap(building::file);
    found.ifPresent(source -> building.use(source.path()));
    return found.isPresent()
        && YamlReader.read(found.get()).roots().stream()
            .allMatch(root -> HARMLESS.contains(root.text("kind").orElse("")));
  }

  private void resource(
      KustomizationFile file,
      Located written,
      List<Resource> into,
      Set<String> path,
      Set<String> bases) {
    String text = written.text().orElse("");
    Optional<SourceFile> single =
        RepositoryPath.resolve(file.folder(), text).flatMap(building::file);
    if (single.isPresent()) {
      manifest(single.get(), into);
      return;
    }
    folder(file, written)
        .ifPresent(
            found -> {
              List<Resource> own = new ArrayList<>();
              accumulate(found, own, path, bases);
              if (into.size() + own.size() > OBJECTS_MAX) {
                building.problem(
                    written.place(),
                    String.format(
                        Locale.ROOT,
                        "more than %,d objects in one overlay, these are not built; split it",
                        OBJECTS_MAX));
              } else {
                into.addAll(own);
              }
            });
  }

  private Optional<KustomizationFile> folder(KustomizationFile file, Located written) {
    String text = written.text().orElse("");
    Optional<String> path = RepositoryPath.resolve(file.folder(), text);
    if (REMOTE.matcher(text).matches()) {
      building.problem(
          written.place(),
          "resource " + text + " lies in another repository and is not read; review it there");
      return Optional.empty();
    }
    Optional<KustomizationFile> found = path.map(byFolder::get);
    if (found.isEmpty()) {
      building.problem(
          written.place(),
          path.isEmpty()
              ? "resource " + text + " lies outside the reviewed directory; review both"
              : "resource " + text + " is no file and no kustomization here; correct its path");
    }
    found.ifPresent(base -> referred.add(base.folder()));
    return found;
  }

  private void manifest(SourceFile file, List<Resource> into) {
    building.use(file.path());
    YamlFile yaml =
        manifests.computeIfAbsent(
            file.path(),
            unused -> {
              YamlFile read = YamlReader.read(file);
              read.problems().forEach(building::problem);
              return read;
            });
    for (Located root : yaml.roots()) {
      add(root, into);
    }
  }

  private static void add(Located root, List<Resource> into) {
    String kind = root.text("kind").orElse("");
    if (kind.endsWith("List") && root.at("items").isPresent()) {
      root.at("items").get().items().forEach(item -> add(item, into));
    } else if (!kind.isEmpty() && root.text("metadata.name").isPresent()) {
      into.add(new Resource(root));
    }
  }

  /** Every kustomization that is no component, sorted by folder. */
  public List<Kustomized> built() {
    return List.copyOf(built);
  }

  /** Whether another kustomization is built on the one in this folder. */
  public boolean isBase(String folder) {
    return referred.contains(folder);
  }

  /** Whether some kustomization takes in a file, as a resource, a patch or data. */
  public boolean uses(String path) {
    return building.uses(path);
  }

  /**
   * Whether a file lies beside a kustomization that lists other manifests and not this one, so that
   * nobody deploys it.
   */
  public boolean passesOver(SourceFile file) {
    KustomizationFile beside = byFolder.get(file.folder());
    return !uses(file.path())
        && beside != null
        && beside.resources().stream()
            .flatMap(item -> item.text().stream())
            .flatMap(text -> RepositoryPath.resolve(file.folder(), text).stream())
            .anyMatch(path -> RepositoryPath.folder(path).equals(file.folder()) && uses(path));
  }

  /** Whether a file belongs to a component that no kustomization takes in. */
  public boolean isUnusedComponent(SourceFile file) {
    for (String folder = file.folder(); ; folder = RepositoryPath.folder(folder)) {
      KustomizationFile found = byFolder.get(folder);
      if (found != null) {
        return found.isComponent();
      }
      if (folder.isEmpty()) {
        return false;
      }
    }
  }

  /** What could not be built. */
  public List<ReadProblem> problems() {
    return building.problems().stream()
        .filter(problem -> deployed.test(problem.at().file()))
        .toList();
  }
}
