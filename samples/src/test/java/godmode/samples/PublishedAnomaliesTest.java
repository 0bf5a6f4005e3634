package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Jepsen found and vendors document, from configuration alone: each folder of {@code
 * anomalies} holds the files that were at fault and the recommended ones. {@code --validate} shows
 * a schedule for the first, and none for the second. The table in the documentation is made of
 * them; {@code -Dgolden=accept} rewrites it.
 */
class PublishedAnomaliesTest {
  private static final Path ANOMALIES = Path.of("src", "test", "anomalies");
  private static final Path TABLE = Path.of("..", "docs", "published-anomalies.md");
  private static final int ANOMALIES_MIN = 12;

  @TempDir Path folder;

  /**
   * One of them.
   *
   * @param about what {@code anomaly.properties} says
   */
  private record Anomaly(String name, Properties about) {
    String says(String key) {
      String text = about.getProperty(key);
      assertThat(text).as(key + " of " + name).isNotBlank();
      return text;
    }

    Path files(String which) {
      return ANOMALIES.resolve(name).resolve(which);
    }
  }

  private static List<Anomaly> anomalies() throws IOException {
    List<Anomaly> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(ANOMALIES)) {
      for (Path each : folders.sorted().toList()) {
        Properties about = new Properties();
        try (Reader text = Files.newBufferedReader(each.resolve("anomaly.properties"))) {
          about.load(text);
        }
        all.add(new Anomaly(each.getFileName().toString(), about));
      }
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> a_schedule_shows_each_and_none_the_recommended_files() throws IOException {
    return anomalies().stream()
        .map(
            anomaly ->
                dynamicTest(
                    anomaly.name,
                    () -> {
                      assertThat(shown(anomaly, "published"))
                          .as("schedules of the rule from the files at fault")
                          .isNotEmpty();
                      vanishes(anomaly);
                    }));
  }

  /** No rule shows a schedule any more, and the same model was searched to its end. */
  private void vanishes(Anomaly anomaly) throws IOException {
    JsonNode review = review(anomaly, "recommended");
    List<String> schedules = new ArrayList<>();
    for (JsonNode finding : review.get("findings")) {
      assertThat(finding.get("rule").asText()).isNotEqualTo(anomaly.says("rule"));
      if (finding.get("severity").asText().equals("error")
          && !finding.get("counterexample").isNull()) {
        schedules.add(finding.get("rule").asText());
      }
    }
    assertThat(schedules).as("errors that a schedule shows, from the recommended files").isEmpty();
    List<String> searched = new ArrayList<>();
    for (JsonNode tried : review.get("tried")) {
      if (tried.get("complete").asBoolean()) {
        searched.add(tried.get("rule").asText());
      }
    }
    // Where the setting is gone, there is nothing left to search.
    if (!anomaly.about.containsKey("gone")) {
      assertThat(searched).as("rules whose models hold").contains(anomaly.says("rule"));
    }
  }

  @Test
  void the_table_tells_what_the_program_shows() throws IOException {
    List<Anomaly> all = anomalies();
    assertThat(all).hasSizeGreaterThanOrEqualTo(ANOMALIES_MIN);
    String table = table(all);
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table);
  }

  private String table(List<Anomaly> all) throws IOException {
    StringBuilder out =
        new StringBuilder(
            """
            # Published anomalies that configuration alone shows

            Each row is a loss that Jepsen measured or a vendor documents, and that follows from settings. The files that are at
            fault and the recommended ones are in [samples/src/test/anomalies](../samples/src/test/anomalies); they are of our own
            writing. `godmode distributed --validate` shows the schedule below for the first, and finds none for the second within
            the bounds that it prints. This page is made by the test that runs both.

            | anomaly | rule | published | recommended |
            |---|---|---|---|
            """);
    for (Anomaly each : all) {
      String[] sources = each.says("source").split(" ", -1);
      List<String> links = new ArrayList<>();
      for (String source : sources) {
        links.add("[" + (links.size() + 1) + "](" + source + ")");
      }
      out.append(
          String.format(
              Locale.ROOT,
              "| [%s](#%s) | [%s](manual/rules/%s.md) | %s (%s) | %s |%n",
              each.says("title"),
              each.name,
              each.says("rule"),
              each.says("rule"),
              each.says("published"),
              String.join(", ", links),
              each.says("change")));
    }
    for (Anomaly each : all) {
      out.append("\n## ").append(each.name).append("\n\n").append(each.says("title"));
      out.append(".\n\n```text\n").append(shown(each, "published").get(0)).append("```\n");
    }
    return out.toString();
  }

  /** The schedules of the rule, as text. */
  private List<String> shown(Anomaly anomaly, String which) throws IOException {
    List<String> schedules = new ArrayList<>();
    for (JsonNode finding : review(anomaly, which).get("findings")) {
      JsonNode how = finding.get("counterexample");
      if (finding.get("rule").asText().equals(anomaly.says("rule")) && !how.isNull()) {
        schedules.add(text(how));
      }
    }
    return schedules;
  }

  private static String text(JsonNode how) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (JsonNode step : how.get("steps")) {
      number++;
      String change = step.get("change").asText();
      out.append(
          String.format(
              Locale.ROOT,
              "%2d. %s %s%s%n",
              number,
              step.get("actor").asText(),
              step.get("action").asText(),
              change.isEmpty() ? "" : " [" + change + "]"));
    }
    return out.append("=>  ").append(how.get("ending").asText()).append('\n').toString();
  }

  private JsonNode review(Anomaly anomaly, String which) throws IOException {
    Path repository = folder.resolve(anomaly.name + "-" + which);
    if (!Files.exists(repository)) {
      Tree.copy(anomaly.files(which), repository);
    }
    Run run = Run.of("distributed", repository.toString(), "--validate", "--format=json");
    assertThat(run.code()).as(run.err()).isIn(0, 1, 3);
    return new ObjectMapper().readTree(run.out());
  }
}
