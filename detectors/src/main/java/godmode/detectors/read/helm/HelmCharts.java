package godmode.detectors.read.helm;

import godmode.core.evidence.Environment;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The charts of a repository, rendered once with their own values and once more with each values
 * file beside them. A chart is released under its own name, into the namespace {@code default}.
 */
public final class HelmCharts {
  /** How deep charts may be parts of charts. */
  private static final int DEPTH_MAX = 8;

  /** Values files of one chart; the rest is not rendered. */
  private static final int WORLDS_MAX = 20;

  private final RepositorySnapshot snapshot;
  private final ChartFinder charts;
  private final AtomicInteger steps = new AtomicInteger();
  private final Map<String, Optional<TemplateParser.Parsed>> parsed = new HashMap<>();
  private final Set<ReadProblem> problems = new LinkedHashSet<>();
  private final List<RenderedChart> rendered = new ArrayList<>();

  private HelmCharts(RepositorySnapshot snapshot, Predicate<String> deployed) {
    this.snapshot = snapshot;
    this.charts = new ChartFinder(snapshot, deployed);
  }

  /**
   * Renders all charts.
   *
   * @param deployed whether a path is no test data or documentation
   */
  public static HelmCharts of(RepositorySnapshot snapshot, Predicate<String> deployed) {
    HelmCharts all = new HelmCharts(snapshot, deployed);
    for (Chart chart : all.charts.released()) {
      all.render(chart);
    }
    return all;
  }

  private void render(Chart chart) {
    rendered.add(
        new Rendering(chart, Environment.DEFAULT, List.of(chart.values()), chart.name()).result());
    ValuesFiles.of(chart, snapshot).entrySet().stream()
        .limit(WORLDS_MAX)
        .forEach(
            world -> {
              Optional<Located> values = charts.read(world.getValue());
              if (values.isPresent()) {
                List<Located> files = List.of(values.get(), chart.values());
                rendered.add(new Rendering(chart, world.getKey(), files, chart.name()).result());
              }
            });
  }

  /** One chart with one set of values. */
  private final class Rendering {
    private final Chart chart;
    private final Environment environment;
    private final List<Located> files;
    private final String release;
    private final List<Located> documents = new ArrayList<>();
    private final List<AbsentChart> absent = new ArrayList<>();
    private final Map<String, List<Node>> named = new TreeMap<>();

    /** A chart that takes part, with what its templates see. */
    private record Part(Chart chart, Map<String, Object> root) {}

    private final List<Part> parts = new ArrayList<>();

    Rendering(Chart chart, Environment environment, List<Located> files, String release) {
      this.chart = chart;
      this.release = release;
      this.environment = environment;
      this.files = files;
    }

    RenderedChart result() {
      Map<String, Object> values = new TreeMap<>();
      for (int i = files.size() - 1; i >= 0; i--) {
        values = Values.over(Values.map(files.get(i)), values);
      }
      part(chart, values, 0);
      Renderer renderer = new Renderer(named, steps);
      for (Part part : parts) {
        for (String path : part.chart().templates()) {
          if (isRendered(path)) {
            template(path, part, renderer);
          }
        }
      }
      return new RenderedChart(chart.folder(), environment, documents, absent);
    }

    private static boolean isRendered(String path) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      return !name.startsWith("_")
          && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    /** Adds a chart and the charts in it; those first, so that the outer one's templates win. */
    private Map<String, Object> part(Chart part, Map<String, Object> values, int depth) {
      Map<String, Object> complete = new TreeMap<>(values);
      if (depth < DEPTH_MAX) {
        for (Located dependency : part.dependencies()) {
          dependency(part, dependency, complete, depth);
        }
        for (Chart other : charts.unlisted(part)) {
          inner(other, other.name(), complete, depth);
        }
      }
      for (String path : part.templates()) {
        parse(path).ifPresent(found -> named.putAll(found.defined()));
      }
      parts.add(new Part(part, root(part, complete)));
      return complete;
    }

    private void dependency(Chart part, Located dependency, Map<String, Object> values, int depth) {
      String name = dependency.text("name").orElse("");
      String key = dependency.text("alias").orElse(name);
      Optional<Chart> found = charts.dependency(part, dependency);
      Map<String, Object> own =
          found.map(other -> Values.map(other.values())).orElseGet(TreeMap::new);
      Map<String, Object> all = new TreeMap<>(values);
      all.put(key, Values.over(Values.asMap(values.getOrDefault(key, Values.NOTHING)), own));
      if (name.isEmpty() || !Conditions.enabled(dependency, all)) {
        return;
      }
      if (found.isPresent()) {
        inner(found.get(), key, values, depth);
      } else if (part.folder().equals(chart.folder())) {
        absent.add(
            new AbsentChart(
                chart.folder(),
                environment,
                name,
                key,
                release,
                files,
                dependency.at("name").map(Located::place).orElse(dependency.place())));
      }
    }

    /** A chart in another sees the values under its key, and the global ones. */
    private void inner(Chart other, String key, Map<String, Object> outer, int depth) {
      Map<String, Object> own =
          Values.over(
              Values.asMap(outer.getOrDefault(key, Values.NOTHING)), Values.map(other.values()));
      own.put(
          "global",
          Values.over(
              Values.asMap(outer.getOrDefault("global", Values.NOTHING)),
              Values.asMap(own.getOrDefault("global", Values.NOTHING))));
      outer.put(key, part(other, own, depth + 1));
    }

    private Map<String, Object> root(Chart part, Map<String, Object> values) {
      Map<String, Object> root = new TreeMap<>();
      root.put("Values", values);
      root.put("Chart", part.described());
      root.put("Files", new ChartFiles(snapshot, part.folder()));
      root.put("Capabilities", Capabilities.described());
      root.put(
          "Release",
          CollectionFunctions.dict(
              List.of(
                  "Name",
                  release,
                  "Namespace",
                  "default",
                  "Service",
                  "Helm",
                  "IsInstall",
                  true,
                  "IsUpgrade",
                  false,
                  "Revision",
                  1L)));
      root.put("Subcharts", new TreeMap<String, Object>());
      return root;
    }

    private void template(String path, Part part, Renderer renderer) {
      Optional<TemplateParser.Parsed> found = parse(path);
      if (found.isEmpty()) {
        return;
      }
      Map<String, Object> root = new TreeMap<>(part.root());
      String base = part.chart().folder().isEmpty() ? "" : part.chart().folder() + "/";
      root.put(
          "Template",
          CollectionFunctions.dict(
              List.of(
                  "Name",
                  part.chart().name() + "/" + path.substring(base.length()),
                  "BasePath",
                  part.chart().name() + "/templates")));
      try {
        RenderedText text = new RenderedText(path, renderer.render(found.get().nodes(), root));
        documents.addAll(text.documents());
        problems.addAll(text.problems());
      } catch (BadTemplate e) {
        problem(path, e);
      }
    }
  }

  private Optional<TemplateParser.Parsed> parse(String path) {
    Optional<TemplateParser.Parsed> known = parsed.get(path);
    if (known != null) {
      return known;
    }
    Optional<TemplateParser.Parsed> read = Optional.empty();
    try {
      read = snapshot.file(path).flatMap(SourceFile::text).map(TemplateParser::parse);
    } catch (BadTemplate e) {
      problem(path, e);
    }
    parsed.put(path, read);
    return read;
  }

  private void problem(String path, BadTemplate e) {
    problems.add(
        new ReadProblem(
            new Place(path, Math.max(1, e.line()), 1),
            "this Helm template is not rendered: "
                + e.what()
                + "; commit the output of `helm template` to have it read"));
  }

  /** Every chart that is released by itself, with each of its values files; sorted by folder. */
  public List<RenderedChart> rendered() {
    return List.copyOf(rendered);
  }

  /**
   * What a chart of the repository deploys under another name and with other values.
   *
   * @param values go over the chart's own; the one that wins first
   * @return empty if there is no chart in the folder
   */
  public Optional<RenderedChart> release(
      String folder, Environment environment, List<Located> values, String release) {
    return charts
        .in(folder)
        .map(
            chart -> {
              List<Located> files = new ArrayList<>(values);
              files.add(chart.values());
              return new Rendering(chart, environment, files, release).result();
            });
  }

  /** Whether a folder holds a chart. */
  public boolean isChart(String folder) {
    return charts.in(folder).isPresent();
  }

  /** The values a file of the repository holds. */
  public Optional<Located> values(String path) {
    return charts.read(path);
  }

  /** Whether a file is a template or a part of a chart, and thus no manifest. */
  public boolean isInChart(String path) {
    return charts.isInChart(path);
  }

  /** What could not be rendered, and which values are not known. */
  public List<ReadProblem> problems() {
    return List.copyOf(problems);
  }
}
