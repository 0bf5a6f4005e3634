package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that people run, run: with a docker and a kubectl that only write down what they are
 * asked, in repositories whose names are commands.
 */
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {
  private static final List<String> NAMES =
      List.of(
          "$(touch forged)",
          "`touch forged`",
          "'; touch forged; '",
          "a\\\"; touch forged; \\\"",
          "-rf",
          "x\\ntouch forged",
          "| touch forged",
          "&& touch forged");

  @TempDir Path folder;

  private Path written(Path root) throws IOException {
    Run run =
        Run.of(
            "distributed",
            root.toString(),
            "--no-input",
            "--set=data.cache.reads=any",
            "--set=data.cache.partition=single-copy",
            "--set=data.coordination.reads=latest",
            "--set=data.coordination.partition=refuse");
    assertThat(run.code()).as(run.err()).isLessThan(2);
    return root.resolve("docs/distributed");
  }

  /** Runs a script; a line for each word that a tool was called with. */
  private String run(Path script, String... arguments) throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path log = folder.resolve("calls");
    Files.deleteIfExists(log);
    for (String tool : List.of("docker", "kubectl", "sleep")) {
      Path file = tools.resolve(tool);
      Files.writeString(
          file,
          """
          #!/bin/sh
          { echo "CALL %s"; for word in "$@"; do printf '[%%s]\\n' "$word"; done; } >> "%s"
          case "$1 $2" in 'compose ps') echo c1 ;; 'inspect -f') echo 10.0.0.7 ;; '-n default')
            echo '{"app":"x"}' ;; esac
          [ "$1" = apply ] && cat > "%s"
          exit 0
          """
              .formatted(tool, log, folder.resolve("applied")));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    String[] command = new String[arguments.length + 2];
    command[0] = "sh";
    command[1] = script.toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().merge("PATH", tools + ":", (old, ours) -> ours + old);
    try {
      Process process = builder.start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static List<String> experiments(Path script) throws IOException {
    return Files.readAllLines(script).stream()
        .filter(line -> line.matches("  [a-z0-9-]+\\)"))
        .map(line -> line.strip().replace(")", ""))
        .toList();
  }

  @Test
  void names_that_are_commands_are_words() throws IOException {
    Path root = Files.createDirectory(folder.resolve("hostile"));
    StringBuilder compose = new StringBuilder("services:\n");
    for (int i = 0; i < NAMES.size(); i++) {
      compose.append("  \"").append(NAMES.get(i)).append("\":\n    image: ");
      compose.append(i % 2 == 0 ? "redis:7\n" : "quay.io/coreos/etcd:v3.5.0\n");
      if (i > 0) {
        compose.append("    depends_on: [\"").append(NAMES.get(i - 1)).append("\"]\n");
      }
    }
    Files.writeString(root.resolve("compose.yaml"), compose.toString());
    Path documents = written(root);
    Path chaos = documents.resolve("hostile-chaos.sh");

    String checked = run(documents.resolve("hostile-check.sh"));
    assertThat(checked).contains("[$(touch forged)]", "['; touch forged; ']", "[-rf]");
    assertThat(experiments(chaos)).isNotEmpty();
    for (String experiment : experiments(chaos)) {
      assertThat(run(chaos, experiment)).contains("CALL docker");
    }
    run(chaos);
    assertThat(folder.resolve("forged")).doesNotExist();
    assertThat(root.resolve("forged")).doesNotExist();
  }

  @Test
  void an_experiment_in_compose_is_done_and_undone() throws IOException {
    Path shop = Tree.copy(Path.of("shop"), folder.resolve("shop"), ".godmode", "docs");
    Run.of("distributed", shop.toString(), "--no-input", "--answers", shop + "/answers.yaml");
    Path script = shop.resolve("docs/distributed/shop-chaos.sh");

    assertThat(experiments(script)).contains("partition-kafka", "kill-orders-db");
    assertThat(words(run(script, "kill-orders-db")))
        .containsSubsequence(
            "docker compose kill -- orders-db", "sleep 60", "docker compose start -- orders-db");
    assertThat(words(run(script, "partition-kafka")))
        .anyMatch(call -> call.endsWith("iptables -I OUTPUT -d 10.0.0.7 -j DROP"))
        .last()
        .satisfies(call -> assertThat(call).endsWith("iptables -D INPUT -s 10.0.0.7 -j DROP"));
  }

  @Test
  void a_manifest_gets_the_labels_that_the_cluster_knows() throws IOException {
    Path store = Tree.copy(Path.of("config-store"), folder.resolve("config-store"));
    Path script = store.resolve("docs/distributed/config-store-chaos.sh");

    assertThat(experiments(script)).contains("partition-etcd");
    assertThat(words(run(script, "partition-etcd")))
        .containsSubsequence(
            "kubectl apply -f -", "sleep 60", "kubectl delete --ignore-not-found -f -");
    assertThat(Files.readString(folder.resolve("applied")))
        .contains(
            "kind: NetworkChaos", "labelSelectors: {\"app\":\"x\"}", "namespaces: [\"default\"]")
        .doesNotContain("@");
  }

  private static List<String> words(String log) {
    return Arrays.stream(log.split("CALL ", -1))
        .filter(call -> !call.isEmpty())
        .map(call -> call.strip().replaceAll("\n\\[", " ").replaceAll("\\](?= |$)", ""))
        .toList();
  }
}
