package godmode.rules.updates;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags values that are read, computed on and written back without noticing a write in between. */
@AutoService(Rule.class)
@RuleCard(
    title = "a value is written back over what somebody else wrote",
    item = ChecklistItem.CONFLICT_RESOLUTION,
    since = "0.1",
    sources = {
      "Berenson et al., A Critique of ANSI SQL Isolation Levels, SIGMOD 1995",
      "https://jakarta.ee/specifications/persistence/3.1/jakarta-persistence-spec-3.1#a2061",
      "https://www.postgresql.org/docs/current/transaction-iso.html"
    },
    answers = false)
public final class LostUpdate implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.READ_MODIFY_WRITE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.VALUE), flow.fact(Attributes.CHECKED_BY))
        .then(
            (value, check) ->
                !check.equals("nothing")
                    ? holds("%s notices a write in between by %s", flow.id(), check)
                    : hazard(flow, value));
  }

  private static Outcome hazard(Flow flow, String value) {
    return violated(
            Severity.WARNING,
            "the code in %s computes %s from what it read, and writes it back over whatever was"
                + " written in between",
            flow.id(),
            value)
        .because(
            "Two of these at the same time read the same number, and the later one overwrites"
                + " the earlier. At the isolation levels that databases have by default, a "
                + "transaction around it does not prevent that.")
        .fix(
            String.format(
                Locale.ROOT,
                "Add a version to the entity (`@Version`) and try again when it has changed, or let"
                    + " the database compute: UPDATE … SET x = x - ? WHERE id = ? AND x >= ?. That"
                    + " is the value %s.",
                value));
  }
}
