package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.evidence.Environment;
import godmode.core.review.Counterexample;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.core.review.Search;
import godmode.core.review.Tried;
import godmode.simulate.witness.WitnessFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterexamplesTest {
  private static final String COMPOSE =
      """
      name: shop
      services:
        kafka-1: {image: "apache/kafka:4.0.0", environment: &env {KAFKA_MIN_INSYNC_REPLICAS: 3, KAFKA_DEFAULT_REPLICATION_FACTOR: 3, KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@kafka-1:9093,2@kafka-2:9093,3@kafka-3:9093"}}
        kafka-2: {image: "apache/kafka:4.0.0", environment: *env}
        kafka-3: {image: "apache/kafka:4.0.0", environment: *env}
      """;

  private static final Engine ENGINE = Engine.standard();

  @TempDir static Path folder;
  private static Review plain;

  @BeforeAll
  static void review() throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), COMPOSE);
    plain = session(true).review();
  }

  private static Session session(boolean counterexamples) throws IOException {
    return new Session(
        ENGINE,
        new SessionRequest(
            List.of(folder),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.<Environment>empty(),
            LocalDate.of(2026, 1, 1),
            counterexamples));
  }

  private static List<String> shown(Review review) {
    return review.findings().stream()
        .filter(finding -> finding.counterexample().isPresent())
        .map(finding -> finding.rule())
        .toList();
  }

  @Test
  void a_violated_rule_gets_its_schedule_and_one_that_holds_its_bounds() throws IOException {
    Review review = session(true).shown();

    assertThat(shown(review)).containsExactly("min-isr-without-spare");
    assertThat(review.tried())
        .extracting(Tried::rule)
        .containsExactly(
            "even-membership", "lone-in-sync-replica", "single-copy", "unguarded-failover");
    assertThat(review.tried()).allMatch(Tried::complete);
    assertThat(review.notices()).isEmpty();
    assertThat(review.verdict()).isEqualTo(plain.verdict());
  }

  @Test
  void nothing_is_searched_where_nobody_wants_it() throws IOException {
    Session session = session(false);

    assertThat(session.shown()).isSameAs(session.review());
  }

  @Test
  void the_same_review_shows_the_same() {
    WitnessFinder models = WitnessFinder.onClassPath();

    assertThat(Counterexamples.shown(plain, models))
        .isEqualTo(Counterexamples.shown(plain, models));
  }

  @Test
  void a_spent_budget_is_said_and_then_nothing_more_is_tried() {
    Review review = Counterexamples.shown(plain, WitnessFinder.onClassPath(), 30);

    assertThat(shown(review)).containsExactly("min-isr-without-spare");
    assertThat(review.tried()).extracting(Tried::rule).containsExactly("even-membership");
    assertThat(review.tried().get(0).complete()).isFalse();
  }

  @Test
  void a_model_that_contradicts_its_rule_is_heard() {
    Counterexample wrong =
        new Counterexample(
            "c",
            List.of(new Counterexample.Step("a", "does", "", "", false)),
            "e",
            List.of(),
            1,
            "0");
    CounterexampleFinder contradicting =
        new CounterexampleFinder() {
          @Override
          public List<String> rules() {
            return List.of("even-membership");
          }

          @Override
          public boolean models(String rule, Subject subject, Design design) {
            return true;
          }

          @Override
          public Search find(String rule, Subject subject, Design design, Budget budget) {
            return new Search.Found(wrong);
          }

          @Override
          public Optional<Counterexample> replay(
              String rule, Subject subject, Design design, String token) {
            return Optional.empty();
          }
        };

    assertThat(Counterexamples.shown(plain, contradicting).notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith("even-membership holds for kafka, and its model finds a schedule");
  }
}
