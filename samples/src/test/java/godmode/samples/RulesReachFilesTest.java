package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import godmode.core.review.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule fires from files as people write them, through the program, at the lines that make it
 * fire. Each file below {@code reach} is a small repository: {@code file PATH} begins one of its
 * files, and {@code finds PATH: TEXT} is a line that the finding has to point at.
 */
class RulesReachFilesTest {
  private static final Path REACH = Path.of("src", "test", "resources", "reach");

  @TempDir Path folder;

  @Test
  void no_rule_is_left_out() throws IOException {
    List<String> unreached =
        Rules.onClassPath().stream()
            .map(Rules::name)
            .filter(rule -> !Files.exists(REACH.resolve(rule + ".txt")))
            .toList();
    assertThat(unreached).isEmpty();
    try (Stream<Path> files = Files.list(REACH)) {
      assertThat(files.count()).isEqualTo(Rules.onClassPath().size());
    }
  }

  @TestFactory
  Stream<DynamicTest> every_rule_fires_at_the_lines_that_make_it_fire() {
    return Rules.onClassPath().stream()
        .map(Rules::name)
        .map(rule -> dynamicTest(rule, () -> reaches(rule)));
  }

  private void reaches(String rule) throws IOException {
    Path repository = folder.resolve(rule);
    List<String> wanted = unpack(Files.readString(REACH.resolve(rule + ".txt")), repository);
    Run run = Run.of("distributed", repository.toString(), "--validate", "--format=json");
    assertThat(run.code()).as(run.err()).isIn(0, 1, 3);

    List<String> pointedAt = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).get("findings")) {
      if (finding.get("rule").asText().equals(rule)) {
        boolean code =
            finding.findValues("file").stream().anyMatch(file -> file.asText().endsWith(".java"));
        assertThat(!code || finding.has("path")).as(rule + " tells its path").isTrue();
        for (JsonNode at : finding.get("locations")) {
          String file = at.get("file").asText();
          int line = at.get("line").asInt();
          String text = Files.readAllLines(repository.resolve(file)).get(line - 1);
          pointedAt.add(file + ": " + text.strip());
        }
      }
    }
    assertThat(wanted).isNotEmpty();
    for (String line : wanted) {
      int colon = line.indexOf(": ");
      String file = line.substring(0, colon);
      String text = line.substring(colon + 2);
      assertThat(pointedAt)
          .as(rule + " at " + line)
          .anyMatch(at -> at.startsWith(file + ": ") && at.contains(text));
    }
  }

  @Test
  void a_circle_of_calls_is_told_hop_by_hop() throws IOException {
    Path repository = folder.resolve("circle");
    unpack(Files.readString(REACH.resolve("cyclic-calls.txt")), repository);
    String billing = "billing calls orders billing/src/main/java/shop/Orders.java:3";
    String orders = "orders calls billing orders/src/main/java/shop/Billing.java:3";

    List<String> path = new ArrayList<>();
    for (JsonNode finding : json(repository, "json").get("findings")) {
      if (finding.get("rule").asText().equals("cyclic-calls")) {
        finding
            .get("path")
            .forEach(
                step ->
                    path.add(
                        step.get("step").asText()
                            + " "
                            + step.get("file").asText()
                            + ":"
                            + step.get("line").asInt()));
      }
    }
    assertThat(path).containsExactly(billing, orders);

    List<String> flow = new ArrayList<>();
    for (JsonNode result : json(repository, "sarif").get("runs").get(0).get("results")) {
      if (result.get("ruleId").asText().equals("cyclic-calls")) {
        for (JsonNode at : result.at("/codeFlows/0/threadFlows/0/locations")) {
          flow.add(
              at.at("/location/message/text").asText()
                  + " "
                  + at.at("/location/physicalLocation/artifactLocation/uri").asText()
                  + ":"
                  + at.at("/location/physicalLocation/region/startLine").asInt());
        }
      }
    }
    assertThat(flow).containsExactly(billing, orders);
    assertThat(Run.of("distributed", repository.toString(), "--validate").out())
        .contains("billing calls orders", "orders calls billing");
  }

  private static JsonNode json(Path repository, String format) throws IOException {
    Run run = Run.of("distributed", repository.toString(), "--validate", "--format=" + format);
    return new ObjectMapper().readTree(run.out());
  }

  /** Writes the files, and gives what has to be found. */
  private static List<String> unpack(String packed, Path into) throws IOException {
    List<String> wanted = new ArrayList<>();
    Path current = into;
    StringBuilder text = new StringBuilder();
    for (String line : packed.lines().toList()) {
      if (line.startsWith("finds ")) {
        wanted.add(line.substring("finds ".length()));
      } else if (line.startsWith("file ")) {
        write(current, text);
        current = into.resolve(line.substring("file ".length()));
      } else {
        text.append(line).append('\n');
      }
    }
    write(current, text);
    return wanted;
  }

  private static void write(Path file, StringBuilder text) throws IOException {
    if (text.length() > 0) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.toString());
      text.setLength(0);
    }
  }
}
