package godmode.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final Origin HERE = detected("compose.yaml", 3);
  private static final Origin THERE = detected("deploy.yaml", 7);

  @Test
  void what_nobody_said_is_unknown() {
    assertThat(Facts.none("kafka").get(Attributes.MEMBERS))
        .isEqualTo(new Fact.Unknown<>(Attributes.MEMBERS, "kafka", "nothing says it"));
  }

  @Test
  void two_files_that_agree_are_two_reasons_for_one_fact() {
    Facts facts =
        Facts.about("kafka")
            .add(Attributes.MEMBERS, 3, HERE)
            .add(Attributes.MEMBERS, 3, THERE)
            .add(Attributes.MEMBERS, 3, HERE)
            .facts();

    assertThat(facts.get(Attributes.MEMBERS))
        .isEqualTo(new Fact.Known<>(Attributes.MEMBERS, 3, List.of(HERE, THERE)));
  }

  @Test
  void two_files_that_disagree_are_a_dispute_and_no_value() {
    Fact<Integer> members =
        Facts.about("kafka")
            .add(Attributes.MEMBERS, 3, HERE)
            .add(Attributes.MEMBERS, 1, THERE)
            .facts()
            .get(Attributes.MEMBERS);

    assertThat(members)
        .isEqualTo(
            new Fact.Disputed<>(
                Attributes.MEMBERS,
                "kafka",
                List.of(
                    new Fact.Known<>(Attributes.MEMBERS, 3, List.of(HERE)),
                    new Fact.Known<>(Attributes.MEMBERS, 1, List.of(THERE)))));
    assertThat(members.value()).isEmpty();
    assertThat(members.origins()).containsExactly(HERE, THERE);
  }

  @Test
  void a_value_wins_over_one_that_could_not_be_read_in_either_order() {
    Fact<Integer> before =
        Facts.about("db")
            .unknown(Attributes.MEMBERS, "${REPLICAS} has no value")
            .add(Attributes.MEMBERS, 3, HERE)
            .facts()
            .get(Attributes.MEMBERS);
    Fact<Integer> after =
        Facts.about("db")
            .add(Attributes.MEMBERS, 3, HERE)
            .unknown(Attributes.MEMBERS, "${REPLICAS} has no value")
            .facts()
            .get(Attributes.MEMBERS);

    assertThat(before).isEqualTo(after);
    assertThat(before.value()).contains(3);
  }

  @Test
  void stronger_facts_hide_weaker_ones_and_leave_the_rest() {
    Facts strong = Facts.about("db").add(Attributes.MEMBERS, 3, HERE).facts();
    Facts weak =
        Facts.about("db")
            .add(Attributes.MEMBERS, 1, THERE)
            .add(Attributes.VERSION, "17", THERE)
            .facts();

    Facts both = strong.over(weak);

    assertThat(both.get(Attributes.MEMBERS).value()).contains(3);
    assertThat(both.get(Attributes.VERSION).value()).contains("17");
  }

  @Test
  void confidence_is_that_of_the_weakest_reason() {
    assertThat(Confidence.weakest(List.of())).isEqualTo(Confidence.CERTAIN);
    assertThat(
            Confidence.weakest(List.of(Confidence.CERTAIN, Confidence.POSSIBLE, Confidence.LIKELY)))
        .isEqualTo(Confidence.POSSIBLE);
    assertThat(new Origin.VendorDefault("kafka", "docs", false).confidence())
        .isEqualTo(Confidence.POSSIBLE);
  }

  @Test
  void attribute_names_are_unique_and_decisions_can_be_asked() {
    assertThat(Attributes.all()).hasSizeGreaterThan(35).doesNotHaveDuplicates();
    assertThat(Attributes.all().stream().map(Attribute::name)).doesNotHaveDuplicates();
    assertThat(Attributes.all())
        .filteredOn(Attribute::isDecision)
        .allSatisfy(decision -> assertThat(decision.question()).endsWith("?"));
  }

  private static Origin detected(String file, int line) {
    return new Origin.Detected(new Place(file, line, 1), "compose", Directness.STATED);
  }
}
