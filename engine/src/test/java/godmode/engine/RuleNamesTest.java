package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.design.Design;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleNamesTest {
  @RuleCard(
      title = "a hazard",
      item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
      since = "0.1",
      sources = "a book",
      formerly = "old-hazard")
  private static final class NewHazard implements Rule.OfDesign {
    @Override
    public Outcome judge(Design design) {
      return Outcome.holds("it is well");
    }
  }

  private final RuleNames names = new RuleNames(List.of(new NewHazard()));

  private static Acceptance accepted(String rule) {
    return new Acceptance(
        rule,
        Optional.of("db"),
        Optional.empty(),
        Optional.empty(),
        "a trial",
        "ops",
        Optional.empty(),
        new Place("accepted.yaml", 3, 9));
  }

  @Test
  void a_rule_answers_to_its_name_and_to_those_it_had() {
    assertThat(names.find("new-hazard")).isPresent();
    assertThat(names.find("old-hazard")).isEqualTo(names.find("new-hazard"));
    assertThat(names.find("hazard")).isEmpty();
  }

  @Test
  void acceptances_and_ceilings_by_a_former_name_go_on() {
    TreeMap<String, Severity> ceilings = new TreeMap<>();
    ceilings.put("old-hazard", Severity.INFO);

    assertThat(names.current(accepted("old-hazard"))).isEqualTo(accepted("new-hazard"));
    assertThat(names.current(ceilings, "config.yaml")).containsOnlyKeys("new-hazard");
  }

  @Test
  void a_name_that_no_rule_has_is_refused_where_it_stands() {
    assertThatThrownBy(() -> names.current(accepted("nwe-hazard")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "accepted.yaml:3: no rule is named 'nwe-hazard'; did you mean new-hazard? 'godmode"
                + " rules' lists the names");
    assertThat(names.unknown("quorum\u001b"))
        .isEqualTo("no rule is named 'quorum '; 'godmode rules' lists the names");
  }
}
