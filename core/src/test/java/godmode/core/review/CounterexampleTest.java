package godmode.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Service;
import godmode.core.design.Subject;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Confidence;
import godmode.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CounterexampleTest {
  private static final Counterexample LOST =
      new Counterexample(
          "No write is lost.",
          List.of(
              new Counterexample.Step("orders", "writes v1", "db-1", "db-1 = v1", false),
              new Counterexample.Step("db-1", "loses its disk", "", "", true)),
          "v1 is gone.",
          List.of("1 write", "1 disk lost"),
          7,
          "0.1");

  /** Models one rule, of guards. */
  private static final CounterexampleFinder OF_GUARDS =
      new CounterexampleFinder() {
        @Override
        public List<String> rules() {
          return List.of("lost-write");
        }

        @Override
        public boolean models(String rule, Subject subject, Design design) {
          return rules().contains(rule) && subject instanceof Guard;
        }

        @Override
        public Search find(String rule, Subject subject, Design design, Budget budget) {
          return new Search.Found(LOST);
        }

        @Override
        public Optional<Counterexample> replay(
            String rule, Subject subject, Design design, String token) {
          return Optional.empty();
        }
      };

  @Test
  void reads_as_numbered_sentences() {
    assertThat(LOST.timeline())
        .isEqualTo("1. orders writes v1 [db-1 = v1]\n2. db-1 loses its disk\n=> v1 is gone.\n");
    assertThat(LOST.boundsLine()).isEqualTo("1 write, 1 disk lost");
  }

  @Test
  void has_at_least_one_step() {
    assertThatThrownBy(() -> new Counterexample("a", List.of(), "b", List.of(), 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_two_subjects_with_one_name_the_modelled_one_is_searched() {
    Design design =
        new Design(
            "shop",
            Environment.DEFAULT,
            new Classification("microservices", "test"),
            List.of(),
            List.of(
                new Service(
                    "stock", List.of("stock"), ComponentType.SERVICE, false, Facts.none("stock"))),
            List.of(),
            List.of(new Guard("stock", GuardKind.LOCK, "", Optional.empty(), Facts.none("stock"))),
            List.of(),
            List.of(),
            Facts.none("shop"));
    CounterexampleFinder.Budget budget = CounterexampleFinder.Budget.ofStates(10);

    assertThat(OF_GUARDS.find(finding("lost-write"), design, budget))
        .isEqualTo(new Search.Found(LOST));
    assertThat(OF_GUARDS.find(finding("other"), design, budget))
        .isEqualTo(new Search.NotModelled("other has no model for it"));
  }

  private static Finding finding(String rule) {
    return new Finding(
        rule,
        ChecklistItem.REPLICATION_TOPOLOGY,
        Severity.ERROR,
        Confidence.CERTAIN,
        "stock",
        "stock",
        "stock loses",
        "It does.",
        "Mend it.",
        List.of(Environment.DEFAULT),
        List.of(),
        "f");
  }
}
