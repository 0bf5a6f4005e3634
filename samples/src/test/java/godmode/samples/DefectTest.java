package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.catalog.Technologies;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.EvidenceSink;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the program that fails costs its own result, is named, and leaves no verdict. */
class DefectTest {
  /** A rule that fails on every cluster, found as all rules are. */
  @RuleCard(
      title = "this rule fails",
      item = ChecklistItem.REPLICATION_TOPOLOGY,
      since = "0.1",
      sources = "none: it fails on purpose")
  public static final class BrokenRule implements Rule.OfCluster {
    @Override
    public Outcome judge(Cluster cluster, Design design) {
      throw new IllegalStateException("on purpose, at " + cluster.id());
    }
  }

  /** A detector that never comes back from its own calls. */
  public static final class BrokenDetector implements Detector {
    @Override
    public String id() {
      return "broken-detector";
    }

    @Override
    public void detect(Units units, Technologies known, EvidenceSink sink) {
      again(units, known, sink);
    }

    private void again(Units units, Technologies known, EvidenceSink sink) {
      detect(units, known, sink);
    }
  }

  @TempDir Path repository;
  @TempDir Path services;

  @BeforeEach
  void two_faults_that_other_rules_find() throws IOException {
    Files.writeString(
        repository.resolve("compose.yaml"),
        """
        services:
          kafka:
            image: apache/kafka:4.0.0
            environment: {KAFKA_DEFAULT_REPLICATION_FACTOR: 3}
        """);
  }

  /** One run with a further part of the program on the class path. */
  private Run with(Class<?> kind, Class<?> broken, String... arguments) throws IOException {
    Path folder = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(folder.resolve(kind.getName()), broken.getName() + "\n");
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    URL[] further = {services.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(further, before)) {
      current.setContextClassLoader(loader);
      return Run.of(arguments);
    } finally {
      current.setContextClassLoader(before);
    }
  }

  private String[] validate(String format) {
    return new String[] {"distributed", repository.toString(), "--validate", "--format", format};
  }

  @Test
  void a_rule_that_throws_costs_its_own_result_and_the_verdict() throws IOException {
    Run sound = Run.of(validate("text"));
    assertThat(sound.code()).isEqualTo(1);
    assertThat(sound.out())
        .contains("error  replication-beyond-members", "Verdict: NEEDS REVISION");

    Run run = with(Rule.class, BrokenRule.class, validate("text"));

    assertThat(run.code()).isEqualTo(70);
    assertThat(run.out()).contains("error  replication-beyond-members", "volatile-store");
    assertThat(run.out()).contains("Verdict: WITHHELD").doesNotContain("NEEDS REVISION");
    assertThat(run.err()).contains("broken-rule", "on purpose, at kafka");
  }

  @Test
  void documents_for_machines_withhold_the_verdict_too() throws IOException {
    for (String format : List.of("json", "sarif")) {
      Run run = with(Rule.class, BrokenRule.class, validate(format));

      assertThat(run.code()).isEqualTo(70);
      assertThat(run.out()).contains("\"verdict\": \"WITHHELD\"").doesNotContain("NEEDS REVISION");
    }
  }

  @Test
  void a_detector_that_overflows_the_stack_does_too() throws IOException {
    Run run = with(Detector.class, BrokenDetector.class, validate("text"));

    assertThat(run.code()).isEqualTo(70);
    assertThat(run.out()).contains("error  replication-beyond-members");
    assertThat(run.out()).contains("Verdict: WITHHELD").doesNotContain("NEEDS REVISION");
    assertThat(run.err()).contains("broken-detector");
  }

  @Test
  void nothing_found_is_no_excuse() throws IOException {
    Files.delete(repository.resolve("compose.yaml"));
    Files.writeString(repository.resolve("readme.txt"), "nothing here");

    Run run = with(Detector.class, BrokenDetector.class, validate("text"));

    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("broken-detector");
  }
}
