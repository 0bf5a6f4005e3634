package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples from nothing to a verdict, at the terminal and by files: the same design. */
class EqualityRunTest {
  private static final Path SAMPLES = Path.of("../samples");
  private static final Pattern QUESTION = Pattern.compile("\\[(\\d+) of about \\d+] ");
  private static final int QUESTIONS_MAX = 14;

  @TempDir private Path folder;

  /** Only what the system is made of: no answers, record or documents. */
  private Repository bare(String sample, String name) throws IOException {
    Path from = SAMPLES.resolve(sample);
    Repository to = new Repository(folder.resolve(name));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = from.relativize(file).toString();
        if (!path.startsWith(".godmode")
            && !path.startsWith("docs")
            && !path.equals("answers.yaml")) {
          to.with(path, Files.readString(file));
        }
      }
    }
    return to;
  }

  private static String record(Repository repository, String sample) throws IOException {
    return repository.text(".godmode/" + sample + ".design.yaml");
  }

  /** What was decided, without who, when and from where. */
  private static List<String> decisions(String record) {
    return record
        .substring(0, record.contains("decided:") ? record.indexOf("decided:") : record.length())
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .toList();
  }

  private static int questions(String everything) {
    return QUESTION
        .matcher(everything)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"config-store", "shop"})
  void a_sample_comes_to_the_same_design_at_the_terminal_and_by_files(String sample)
      throws IOException {
    Repository typed = bare(sample, "typed");
    TypedSession session = TypedSession.on("xterm", "\r".repeat(80), typed, "--system", sample);
    String record = record(typed, sample);

    Repository given = bare(sample, "given");
    given.with("given.yaml", record.substring(0, record.indexOf("decided:")));
    Repository.Run answered =
        given.design(
            "--system", sample, "--no-input", "--answers", given.path("given.yaml").toString());

    Repository filled = bare(sample, "filled");
    String template = filled.design("--system", sample, "--answers-template").out();
    filled.with("filled.yaml", template.replaceAll("(?m)^( *)#([^ ])", "$1$2"));
    Repository.Run uncommented =
        filled.design(
            "--system", sample, "--no-input", "--answers", filled.path("filled.yaml").toString());

    assertThat(session.err()).isEmpty();
    assertThat(questions(session.everything())).isBetween(5, QUESTIONS_MAX);
    assertThat(verdict(session.out())).isIn("SOUND", "NEEDS REVISION");
    assertThat(decisions(record(given, sample))).isEqualTo(decisions(record));
    assertThat(verdict(answered.out())).isEqualTo(verdict(session.out()));
    assertThat(answered.err()).isEmpty();
    assertThat(verdict(uncommented.out())).isEqualTo(verdict(session.out()));
    assertThat(uncommented.err()).isEmpty();
  }

  private static String verdict(String out) {
    return out.lines()
        .filter(line -> line.startsWith("Verdict: "))
        .findFirst()
        .orElse("")
        .replaceAll("Verdict: | \\(.*", "");
  }
}
