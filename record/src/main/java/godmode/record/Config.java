package godmode.record;

import static godmode.record.Shape.required;
import static godmode.record.Shape.row;

import godmode.core.design.Declarations;
import godmode.core.evidence.Environment;
import godmode.core.evidence.FilePattern;
import godmode.core.interview.Choice;
import godmode.core.review.Severity;
import godmode.record.ValueKind.FileInside;
import godmode.record.ValueKind.OneOf;
import godmode.record.ValueKind.PathPattern;
import godmode.record.ValueKind.PathPatterns;
import godmode.record.ValueKind.Text;
import godmode.record.ValueKind.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code .godmode/config.yaml}: what is reviewed, and how strictly.
 *
 * @param reviewed patterns of the only paths that are read; all where empty
 * @param ignored patterns of paths that are not read
 * @param environments which files belong to which environment; the first pattern that fits decides
 * @param severities how bad a rule's findings are at most, by name of the rule
 * @param failOn from which severity on the exit code is 1: {@code error}, {@code warning}, {@code
 *     info} or {@code never}
 * @param openQuestions whether open questions fail: {@code allow} or {@code fail}
 * @param baseline the file with the known findings, relative to the reviewed directory
 */
public record Config(
    List<String> reviewed,
    List<String> ignored,
    List<EnvironmentFiles> environments,
    SortedMap<String, Severity> severities,
    Optional<String> failOn,
    Optional<String> openQuestions,
    Optional<String> baseline) {
  /** Where it is kept, relative to the reviewed directory. */
  public static final String FILE = ".godmode/config.yaml";

  /** Nothing is said. */
  public static final Config NONE =
      new Config(
          List.of(),
          List.of(),
          List.of(),
          new TreeMap<>(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final List<Choice> SEVERITIES =
      List.of(
          new Choice("error", "loses data, breaks a stated guarantee, or cannot work"),
          new Choice("warning", "loses availability, or will bite under load"),
          new Choice("info", "worth knowing"));

  private static final List<Choice> FAIL_ON =
      List.of(
          SEVERITIES.get(0),
          SEVERITIES.get(1),
          SEVERITIES.get(2),
          new Choice("never", "findings never change the exit code"));

  private static final List<Choice> OPEN =
      List.of(
          new Choice("allow", "open questions never change the exit code"),
          new Choice("fail", "open questions end a run with exit code 3"));

  private static final Shape SHAPE =
      new Shape(
          List.of(
              required("schema", new Version(1), "version of this format"),
              row("paths.review", new PathPatterns(), "patterns of the only paths that are read"),
              row("paths.ignore", new PathPatterns(), "patterns of paths that are not read"),
              required("environments.#.files", new PathPattern(), "a pattern of paths"),
              required("environments.#.name", new Text(), "the environment these files are of"),
              row("severities.*", new OneOf(SEVERITIES), "how bad findings of a rule are at most"),
              row("fail-on", new OneOf(FAIL_ON), "from which severity on the exit code is 1"),
              row("open-questions", new OneOf(OPEN), "whether open questions fail"),
              row("baseline", new FileInside(), "a file with findings that do not fail")));

  public Config {
    reviewed = List.copyOf(reviewed);
    ignored = List.copyOf(ignored);
    environments = List.copyOf(environments);
    severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
  }

  /** Files of one environment. */
  public record EnvironmentFiles(String files, Environment environment) {}

  /** A text that was read; with problems, the configuration is that without what they are about. */
  public record Reading(Config config, List<RecordProblem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  static Shape shape() {
    return SHAPE;
  }

  /** Reads a text. */
  public static Reading read(String file, String text) {
    ShapeReader.Read read = ShapeReader.read(file, text, SHAPE, true);
    Declarations declared = read.declarations();
    List<EnvironmentFiles> environments = new ArrayList<>();
    for (String index : declared.keys("environments")) {
      Optional<String> files = declared.text("environments." + index + ".files");
      Optional<String> name = declared.text("environments." + index + ".name");
      if (files.isPresent() && name.isPresent()) {
        environments.add(new EnvironmentFiles(files.get(), Environment.named(name.get())));
      }
    }
    SortedMap<String, Severity> severities = new TreeMap<>();
    for (Map.Entry<String, Declarations.Declared> entry : declared.all().entrySet()) {
      if (entry.getKey().startsWith("severities.")) {
        Severity.ofWord(entry.getValue().text())
            .ifPresent(s -> severities.put(entry.getKey().substring("severities.".length()), s));
      }
    }
    Config config =
        new Config(
            declared.list("paths.review"),
            declared.list("paths.ignore"),
            environments,
            severities,
            declared.text("fail-on"),
            declared.text("open-questions"),
            declared.text("baseline"));
    return new Reading(config, read.problems());
  }

  /** Whether a path, relative to the reviewed directory and with {@code /}, is read. */
  public boolean reviews(String path) {
    return (reviewed.isEmpty() || reviewed.stream().anyMatch(pattern -> fits(pattern, path)))
        && ignored.stream().noneMatch(pattern -> fits(pattern, path));
  }

  /** The environment a file belongs to, where this configuration says so. */
  public Optional<Environment> environmentOf(String path) {
    return environments.stream()
        .filter(of -> fits(of.files(), path))
        .map(EnvironmentFiles::environment)
        .findFirst();
  }

  private static boolean fits(String pattern, String path) {
    return FilePattern.of(pattern).fits(path);
  }
}
