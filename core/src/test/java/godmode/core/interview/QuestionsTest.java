package godmode.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.Design;
import godmode.core.evidence.Classification;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.interview.Question.Proposal;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Ground;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.core.review.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final Origin SEEN =
      new Origin.Detected(new Place("compose.yaml", 7, 5), "compose", Directness.STATED);

  @Test
  void the_gate_asks_in_words_shows_what_was_detected_and_proposes_an_answer() {
    OpenDecision open =
        new OpenDecision(
            "data.orders.partition",
            Attributes.PARTITION,
            "orders",
            List.of("orders-db"),
            List.of("unstated-trade-off"),
            List.of(ChecklistItem.CAP_TRADE_OFF));

    Question question = Questions.of(open, review(store("orders-db", 1)));

    assertThat(question)
        .isEqualTo(
            new Question(
                "data.orders.partition",
                "If the network splits between the copies of orders, what must happen?",
                List.of("unstated-trade-off"),
                List.of(new Ground("orders-db: members = 1", SEEN)),
                Choices.PARTITION,
                "refuse",
                Optional.of(new Proposal("single-copy", "orders-db has one member")),
                true));
    assertThat(question.why()).isEqualTo("1 rule waits for this: unstated-trade-off");
  }

  @Test
  void proposes_nothing_where_the_stores_of_a_class_suggest_different_answers() {
    OpenDecision open =
        new OpenDecision(
            "data.orders.partition",
            Attributes.PARTITION,
            "orders",
            List.of("archive", "orders-db"),
            List.of("a", "b"),
            List.of(ChecklistItem.CAP_TRADE_OFF));

    Question question = Questions.of(open, review(store("orders-db", 1), store("archive", 3)));

    assertThat(question.proposal()).isEmpty();
    assertThat(question.why()).isEqualTo("2 rules wait for this: a, b");
  }

  @Test
  void every_decision_has_choices_or_an_example() {
    int decisions = 0;
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.isDecision()) {
        assertThat(Questions.example(attribute)).as(attribute.name()).isNotBlank();
        decisions++;
      }
    }
    assertThat(decisions).isGreaterThan(15);
  }

  @Test
  void nobody_answers_nothing() {
    Question question =
        new Question("a", "A?", List.of(), List.of(), List.of(), "", Optional.empty(), false);

    assertThat(AnswerSource.NOBODY.ask(question, "")).isEmpty();
  }

  private static Cluster store(String id, int members) {
    Facts detected = Facts.about(id).add(Attributes.MEMBERS, members, SEEN).facts();
    return new Cluster(
        id,
        ComponentType.DATABASE,
        Optional.empty(),
        List.of(),
        "orders",
        false,
        Facts.none(id),
        detected,
        detected);
  }

  private static Review review(Cluster... clusters) {
    Topology topology =
        new Topology(
            new Classification("microservices", "three services"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(Environment.DEFAULT),
            List.of());
    Design design =
        new Design(
            "shop",
            Environment.DEFAULT,
            topology.classification(),
            List.of(clusters),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Facts.none("shop"));
    return new Review(
        "shop",
        topology,
        List.of(design),
        Declarations.NONE,
        Verdict.OPEN_QUESTIONS,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
