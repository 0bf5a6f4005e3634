package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that run us elsewhere: their shape, and that our program knows what they ask of it. */
class CiFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static Object at(Object node, Object... path) {
    Object here = node;
    for (Object step : path) {
      Object below =
          step instanceof Integer i ? ((List<?>) here).get(i) : ((Map<?, ?>) here).get(step);
      here = Objects.requireNonNull(below, () -> step + " of " + List.of(path));
    }
    return here;
  }

  private static String text(Object node, Object... path) {
    return (String) at(node, path);
  }

  /** Words of a simple command line; what the shell would fill in becomes a value that fits. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String bare = word.group(1) != null ? word.group(1) : word.group(2);
      words.add((bare == null ? word.group(3) : bare).replaceAll("\\$\\{?\\w+}?", "x"));
    }
    return words;
  }

  /** Our program takes these words: every command and option is one that we have. */
  private static void assertTaken(List<String> words) {
    var parsed =
        Godmode.commandLine(new Godmode.Surroundings(Clock.systemUTC(), false, false, ""))
            .parseArgs(words.toArray(String[]::new));
    assertThat(parsed.hasSubcommand()).as("a command in %s", words).isTrue();
    assertThat(parsed.subcommand().unmatched()).isEmpty();
    if (parsed.subcommand().commandSpec().userObject() instanceof DistributedCommand) {
      List<String> formats = parsed.subcommand().matchedOptionValue("--format", List.of());
      Outputs.of(formats);
    }
  }

  private static void assertShell(String script, Path folder) throws Exception {
    Path file = folder.resolve("script.sh");
    Files.writeString(file, script);
    Process bash =
        new ProcessBuilder("bash", "-n", file.toString()).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
  }

  @Test
  void the_action_asks_only_for_what_we_have(@TempDir Path folder) throws Exception {
    String text = Files.readString(ROOT.resolve("action.yml"));
    Object action = yaml(text);
    assertThat(text(action, "runs", "using")).isEqualTo("composite");
    List<?> steps = (List<?>) at(action, "runs", "steps");

    SortedSet<String> used = new TreeSet<>();
    Matcher input = Pattern.compile("inputs\\.([a-z-]+)").matcher(text);
    while (input.find()) {
      used.add(input.group(1));
    }
    SortedSet<String> declared = new TreeSet<>();
    ((Map<?, ?>) at(action, "inputs")).keySet().forEach(name -> declared.add((String) name));
    assertThat(used).isEqualTo(declared);

    int scripts = 0;
    SortedSet<String> ids = new TreeSet<>();
    for (Object step : steps) {
      Map<?, ?> fields = (Map<?, ?>) step;
      if (fields.get("id") instanceof String id) {
        ids.add(id);
      }
      if (fields.get("run") instanceof String run) {
        scripts++;
        assertThat(fields.get("shell")).isEqualTo("bash");
        assertThat(run).as("values reach a script as variables only").doesNotContain("${{");
        assertShell(run, folder);
      } else {
        assertThat(text(step, "uses")).matches("[a-z-]+/[a-z-]+(/[a-z-]+)?@v\\d+");
      }
    }
    assertThat(scripts).isEqualTo(4);
    Matcher output = Pattern.compile("steps\\.([a-z-]+)\\.outputs").matcher(text);
    while (output.find()) {
      assertThat(ids).contains(output.group(1));
    }
  }

  @Test
  void the_command_line_of_the_action_is_ours() throws IOException {
    List<String> words = new ArrayList<>();
    Matcher array =
        Pattern.compile("args\\+?=\\((.*)\\)")
            .matcher(Files.readString(ROOT.resolve("action.yml")));
    while (array.find()) {
      words.addAll(words(array.group(1)));
    }
    assertThat(words)
        .startsWith("distributed", "x", "--validate")
        .contains("--fail-on", "--since", "sarif=x", "markdown=x");
    assertTaken(words);
  }

  @Test
  void the_hook_of_pre_commit_is_ours() throws IOException {
    Object hooks = yaml(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")));
    assertThat((List<?>) hooks).hasSize(1);
    assertThat(text(hooks, 0, "id")).isEqualTo("godmode");
    assertThat(at(hooks, 0, "pass_filenames")).isEqualTo(false);
    List<String> entry = words(text(hooks, 0, "entry"));
    assertThat(entry.get(0)).isEqualTo("godmode");
    assertTaken(entry.subList(1, entry.size()));

    Pattern files = Pattern.compile(text(hooks, 0, "files"));
    assertThat(List.of("compose.yaml", "a/b.yml", "pom.xml", "Dockerfile", "x/Dockerfile.prod"))
        .allMatch(file -> files.matcher(file).find());
    assertThat(List.of("README.md", "logo.png")).noneMatch(file -> files.matcher(file).find());
  }

  @Test
  void what_init_writes_is_well_formed_and_ours(@TempDir Path folder) throws Exception {
    Repository shop =
        new Repository(folder)
            .with("compose.yaml", "name: shop\nservices: {db: {image: 'postgres:17'}}\n")
            .with(".github/workflows/x.yml", "on: push\n")
            .with(".gitlab-ci.yml", "stages: [test]\n");
    assertThat(shop.command("init", "--from", "acme/godmode@v1").code()).isZero();

    Object workflow = yaml(shop.text(".github/workflows/godmode.yml"));
    Object step = at(workflow, "jobs", "review", "steps", 1);
    assertThat(text(step, "uses")).isEqualTo("acme/godmode@v1");
    Object inputs = at(yaml(Files.readString(ROOT.resolve("action.yml"))), "inputs");
    assertThat(((Map<?, ?>) inputs).keySet().containsAll(((Map<?, ?>) at(step, "with")).keySet()))
        .isTrue();

    Object job = at(yaml(shop.text(".gitlab/godmode.gitlab-ci.yml")), "godmode");
    List<String> script = words(text(job, "script", 0));
    assertThat(script.subList(0, 2)).containsExactly("sh", "/tmp/godmode/godmode/godmode");
    assertTaken(script.subList(2, script.size()));
    for (Object line : (List<?>) at(job, "before_script")) {
      assertShell((String) line, folder);
    }
    for (String report : List.of("codequality", "junit")) {
      assertThat(script).anyMatch(word -> word.endsWith("=" + reportOf(job, report)));
    }
    assertThat(shop.validate().code()).isZero();
  }

  private static String reportOf(Object job, String kind) {
    return text(job, "artifacts", "reports", kind);
  }
}
