package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import godmode.core.report.ReportWriter;
import godmode.core.report.ReportWriters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole walk over each sample, compared with what lies under {@code expected}; {@code
 * -Dgolden=accept} rewrites that.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("").toAbsolutePath();
  private static final String RECORDS = ".godmode";
  private static final String DOCUMENTS = "docs";

  /** What a review is printed as; a new format is one line here. */
  private static final List<String> FORMATS =
      List.of(
          "checkstyle",
          "github",
          "gitlab",
          "html",
          "json",
          "junit",
          "markdown",
          "mermaid",
          "sarif",
          "text");

  @TempDir Path folder;

  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders
          .filter(sample -> Files.exists(sample.resolve("answers.yaml")))
          .map(sample -> sample.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_a_sound_and_an_unsound_sample() throws IOException {
    assertThat(samples()).containsExactly("config-store", "shop");
  }

  @Test
  void every_format_is_expected_of_them() {
    assertThat(ReportWriters.onClassPath())
        .extracting(ReportWriter::format)
        .containsExactlyElementsOf(FORMATS);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_walk_gives_what_we_expect(String sample) throws IOException {
    Path repository = fresh(sample);
    SortedMap<String, String> made = new TreeMap<>();

    keep(made, "topology.json", run(repository, "--topology", "--format", "json"));
    keep(made, "topology.txt", run(repository, "--topology"));
    for (String format : FORMATS) {
      String name = "validate." + (format.equals("text") ? "txt" : format);
      keep(made, name, run(repository, "--validate", "--format", format));
    }
    made.computeIfPresent("validate.html", (name, page) -> body(page));
    for (String part :
        List.of("cap", "consensus", "lock", "shard", "consistency", "leader", "partition")) {
      keep(made, "part-" + part + ".txt", run(repository, "--" + part, "--dry-run"));
    }
    assertThat(repository.resolve(RECORDS)).doesNotExist();
    keep(made, "design.txt", designed(repository));
    written(repository).forEach((path, text) -> made.put("written/" + path, text));
    keep(made, "recorded-validate.txt", run(repository, "--validate"));

    commit(SAMPLES.resolve(sample), made);
    compare(SAMPLES.resolve("expected").resolve(sample), made);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_second_session_changes_nothing_but_the_log(String sample) throws IOException {
    Path repository = fresh(sample);
    designed(repository);
    SortedMap<String, String> first = written(repository);

    designed(repository);
    SortedMap<String, String> second = written(repository);

    String log = RECORDS + "/distributed-results.tsv";
    assertThat(second.remove(log)).isEqualTo(first.remove(log) + row(repository, log));
    assertThat(second).isEqualTo(first);
    assertThat(run(repository, "--check").err()).doesNotContain("is not what");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_same_input_gives_the_same_bytes(String sample) throws IOException {
    Path here = fresh(sample);
    Path there = Tree.copy(here, folder.resolve("elsewhere").resolve(sample));

    assertThat(run(there, "--validate", "--format", "json").out())
        .isEqualTo(run(here, "--validate", "--format", "json").out());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void dry_runs_and_checks_write_nothing(String sample) throws IOException {
    Path repository = fresh(sample);
    SortedMap<String, String> before = Tree.texts(repository);

    Run dry =
        run(
            repository,
            "--answers",
            repository.resolve("answers.yaml").toString(),
            "--no-input",
            "--dry-run");
    Run checked = run(repository, "--check", "--fail-on", "never");

    assertThat(dry.out()).contains("Verdict: ");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err()).contains("is not what would be written now");
    assertThat(Tree.texts(repository)).isEqualTo(before);
  }

  @Test
  void the_shop_is_unsound_at_the_lines_that_make_it_so() throws IOException {
    Path shop = fresh("shop");

    Run run = run(shop, "--validate", "--format", "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(findings(run, shop))
        .containsExactly(
            "error min-isr-without-spare kafka compose.yaml: KAFKA_MIN_INSYNC_REPLICAS: 3",
            "error unclean-leader-election kafka compose.yaml:"
                + " KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: \"true\"",
            "warning shared-database orders-db compose.yaml:"
                + " SPRING_DATASOURCE_URL: jdbc:postgresql://orders-db:5432/shop",
            "warning single-copy orders-db compose.yaml: orders-db:",
            "info single-copy stock-locks compose.yaml: stock-locks:",
            "info volatile-store stock-locks compose.yaml: stock-locks:");
  }

  @Test
  void the_lock_of_the_shop_is_unsound_once_people_say_what_it_is_for() throws IOException {
    Path shop = fresh("shop");

    Run design = designed(shop);
    Run recorded = run(shop, "--validate", "--format", "json");

    assertThat(List.of(design.code(), recorded.code())).containsExactly(1, 1);
    assertThat(design.out()).contains("Verdict: NEEDS REVISION");
    assertThat(findings(recorded, shop))
        .contains("error unfenced-lock stock-lock .godmode/shop.design.yaml: purpose: correctness");
  }

  @Test
  void the_configuration_store_passes_before_and_after_its_decisions() throws IOException {
    Path store = fresh("config-store");

    Run before = run(store, "--validate");
    Run design = designed(store);
    Run after = run(store, "--validate");

    assertThat(List.of(before.code(), design.code(), after.code())).containsExactly(0, 0, 0);
    assertThat(before.err() + design.err() + after.err()).isEmpty();
    assertThat(before.out()).contains("Verdict: OPEN QUESTIONS");
    assertThat(design.out()).contains("Verdict: SOUND");
    assertThat(after.out()).contains("Verdict: SOUND");
  }

  @Test
  void the_configuration_store_is_sound_as_it_is_committed() throws IOException {
    Path store = Tree.copy(SAMPLES.resolve("config-store"), folder.resolve("config-store"));
    SortedMap<String, String> before = Tree.texts(store);

    Run validated = run(store, "--validate");
    Run checked = run(store, "--check");

    assertThat(validated.code()).as(validated.out()).isZero();
    assertThat(validated.out()).contains("Verdict: SOUND");
    assertThat(checked.code()).as(checked.err()).isZero();
    assertThat(Tree.texts(store)).isEqualTo(before);
  }

  @Test
  void an_empty_directory_is_no_silent_pass() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    Run run = run(empty, "--validate");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nothing to analyse");
  }

  /** Each finding with what is written on the line that it points at. */
  private static List<String> findings(Run run, Path root) throws IOException {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).get("findings")) {
      JsonNode at = finding.get("locations").get(0);
      String file = at.get("file").asText();
      String line = Files.readAllLines(root.resolve(file)).get(at.get("line").asInt() - 1);
      findings.add(
          finding.get("severity").asText()
              + " "
              + finding.get("rule").asText()
              + " "
              + finding.get("subject").asText()
              + " "
              + file
              + ": "
              + line.strip());
    }
    return findings;
  }

  private Path fresh(String sample) throws IOException {
    return Tree.copy(SAMPLES.resolve(sample), folder.resolve(sample), RECORDS, DOCUMENTS);
  }

  private static Run run(Path repository, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "distributed";
    arguments[1] = repository.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.of(arguments);
  }

  private static Run designed(Path repository) {
    return run(
        repository, "--answers", repository.resolve("answers.yaml").toString(), "--no-input");
  }

  private static SortedMap<String, String> written(Path repository) throws IOException {
    SortedMap<String, String> texts = Tree.texts(repository);
    texts.keySet().removeIf(path -> !path.startsWith(RECORDS) && !path.startsWith(DOCUMENTS));
    assertThat(texts).hasSizeGreaterThanOrEqualTo(6);
    return texts;
  }

  private static String row(Path repository, String log) throws IOException {
    List<String> lines = Files.readAllLines(repository.resolve(log));
    return lines.get(lines.size() - 1) + "\n";
  }

  /** The page without its style and its script, which are the same for every repository. */
  private static String body(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("sha256-[^']*", "sha256-");
  }

  /** Standard output, and what else a caller sees of a run. */
  private void keep(SortedMap<String, String> made, String name, Run run) {
    made.put(name, run.out());
    made.put(name + ".ends", "exit code " + run.code() + "\n" + run.err());
    assertThat(run.out() + run.err()).as(name).doesNotContain(folder.toString());
  }

  /** A sample that carries its record carries what goes with it. */
  private static void commit(Path sample, SortedMap<String, String> made) throws IOException {
    if (!"accept".equals(System.getProperty("golden"))
        || Files.notExists(sample.resolve(RECORDS))) {
      return;
    }
    String written = "written/";
    for (String name : made.keySet()) {
      if (name.startsWith(written)) {
        Path file = sample.resolve(name.substring(written.length()));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(made, name));
      }
    }
  }

  private static void compare(Path expected, SortedMap<String, String> made) throws IOException {
    if ("accept".equals(System.getProperty("golden"))) {
      if (Files.exists(expected)) {
        for (String old : Tree.texts(expected).keySet()) {
          Files.delete(expected.resolve(old));
        }
      }
      for (String name : made.keySet()) {
        Path file = expected.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(made, name));
      }
    }
    SortedMap<String, String> known = Tree.texts(expected);
    assertThat(known.keySet()).isEqualTo(made.keySet());
    for (String name : made.keySet()) {
      assertThat(new String(bytes(made, name), StandardCharsets.ISO_8859_1))
          .as(name)
          .isEqualTo(known.get(name));
    }
  }

  /** Files that were written are held as bytes, and what was printed as text. */
  private static byte[] bytes(SortedMap<String, String> made, String name) {
    return made.getOrDefault(name, "")
        .getBytes(
            name.startsWith("written/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
