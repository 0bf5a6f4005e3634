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

/** Flags writes that rest on what a replica said. */
@AutoService(Rule.class)
@RuleCard(
    title = "a write rests on what a replica said",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "https://www.mongodb.com/docs/manual/core/read-preference/",
      "https://jepsen.io/analyses/amazon-rds-for-postgresql-17.4"
    },
    answers = false)
public final class StaleDecision implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.REPLICA_READ;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.VALUE), flow.fact(Attributes.CHECKED_BY))
        .then(
            (value, check) ->
                check.equals("nothing")
                    ? hazard(flow, value)
                    : holds("%s writes only if %s still fits", flow.id(), check));
  }

  private static Outcome hazard(Flow flow, String value) {
    return violated(
            Severity.WARNING,
            "the code in %s reads %s from a replica, and writes because of it",
            flow.id(),
            value)
        .because(
            "A replica is behind: what it says may have been changed since, and the write goes over"
                + " the change.")
        .fix(
            String.format(
                Locale.ROOT,
                "Read %s in %s from the primary, or let the write carry a version that the store"
                    + " compares.",
                value,
                flow.id()));
  }
}
