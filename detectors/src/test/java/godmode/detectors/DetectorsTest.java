package godmode.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Platform;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorsTest {
  private final List<String> reads = new ArrayList<>();
  private final Units units = new Units(new Repository(), List.of(new Names()));

  @Test
  void reads_each_kind_of_unit_once_and_only_when_asked() {
    assertThat(reads).isEmpty();

    assertThat(units.of(String.class)).containsExactly("orders");
    assertThat(units.of(String.class)).containsExactly("orders");

    assertThat(reads).containsExactly("read");
  }

  @Test
  void refuses_a_kind_of_unit_that_nobody_reads() {
    assertThatThrownBy(() -> units.of(Integer.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody reads java.lang.Integer");
  }

  @Test
  void refuses_two_readers_of_one_kind() {
    assertThatThrownBy(() -> new Units(new Repository(), List.of(new Names(), new Names())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two readers of java.lang.String");
  }

  @Test
  void says_what_was_found_then_what_was_not_read() {
    assertThat(Detectors.run(List.of(new Saying()), units, Technologies.of(List.of())))
        .extracting(evidence -> evidence.at() + " " + evidence.detector() + " " + evidence.claim())
        .containsExactly(
            "a.yaml:1 saying SameAs[name=orders, other=order]",
            "b.yaml:7 reader Unreadable[why=no such thing]",
            "big.yaml:1 reader Unreadable[why=too large]");
  }

  @Test
  void runs_the_others_before_it_reports_a_detector_that_threw() {
    DetectorDefect defect =
        catchThrowableOfType(
            DetectorDefect.class,
            () ->
                Detectors.run(
                    List.of(new Throwing(), new Saying()), units, Technologies.of(List.of())));

    assertThat(defect)
        .hasMessage("detector throwing threw java.lang.IllegalStateException: odd input");
    assertThat(defect.evidence()).hasSize(3);
    assertThat(defect.causes())
        .extracting(DetectorDefect.Cause::detector)
        .containsExactly("throwing");
  }

  private final class Names implements UnitReader<String> {
    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public List<String> read(RepositorySnapshot snapshot, ProblemSink problems) {
      reads.add("read");
      problems.accept(new ReadProblem(new Place("b.yaml", 7, 1), "no such thing"));
      problems.accept(new ReadProblem(new Place("b.yaml", 7, 1), "no such thing"));
      return List.of("orders");
    }
  }

  private static final class Saying implements Detector {
    @Override
    public String id() {
      return "saying";
    }

    @Override
    public void detect(Units units, Technologies known, EvidenceSink sink) {
      for (String name : units.of(String.class)) {
        sink.of(id(), new Evidence.Source("a", Platform.COMPOSE, Environment.DEFAULT))
            .stated(new Claim.SameAs(name, "order"), Place.startOf("a.yaml"));
      }
    }
  }

  private static final class Throwing implements Detector {
    @Override
    public String id() {
      return "throwing";
    }

    @Override
    public void detect(Units units, Technologies known, EvidenceSink sink) {
      throw new IllegalStateException("odd input");
    }
  }

  private static final class Repository implements RepositorySnapshot {
    @Override
    public List<SourceFile> files() {
      return List.of();
    }

    @Override
    public Optional<SourceFile> file(String path) {
      return Optional.empty();
    }

    @Override
    public List<Skipped> skipped() {
      return List.of(new Skipped("big.yaml", "too large"));
    }
  }
}
