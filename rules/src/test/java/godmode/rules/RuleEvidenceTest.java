package godmode.rules;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.Rule;
import godmode.core.review.RuleEvidence;
import godmode.core.review.Rules;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleEvidenceTest {
  @Test
  void what_a_rule_reads_is_told_by_its_class_and_by_what_it_shares_with_others()
      throws IOException {
    assertThat(reads("volatile-store"))
        .containsExactly("eviction", "members", "persistent", "reads");
    assertThat(reads("unsound-sentinel-quorum")).containsExactly("sentinel-quorum", "sentinels");
    assertThat(reads("unfenced-lock"))
        .containsExactly("fencing-checked-by", "fencing-token", "mechanism", "purpose");
  }

  @Test
  void every_rule_judges_a_kind_of_subject() {
    List<Rule> rules = Rules.onClassPath();
    for (Rule rule : rules) {
      assertThat(RuleEvidence.subject(rule)).as(Rules.name(rule)).isNotEmpty();
    }
    assertThat(rules.stream().map(RuleEvidence::subject).distinct())
        .contains("cluster", "design", "guard", "channel");
    assertThat(rules.size()).isGreaterThan(40);
  }

  private static List<String> reads(String name) throws IOException {
    Rule wanted =
        Rules.onClassPath().stream()
            .filter(rule -> Rules.name(rule).equals(name))
            .findFirst()
            .orElseThrow();
    return RuleEvidence.of(wanted).stream().map(attribute -> attribute.name()).toList();
  }
}
