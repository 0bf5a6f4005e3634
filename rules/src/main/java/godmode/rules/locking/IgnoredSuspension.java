package godmode.rules.locking;

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

/** Flags leaders that do nothing when they may have been replaced. */
@AutoService(Rule.class)
@RuleCard(
    title = "a leader goes on while its connection is suspended",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    sources = {
      "https://curator.apache.org/docs/recipes-leader-election/",
      "https://curator.apache.org/docs/errors"
    },
    answers = false)
public final class IgnoredSuspension implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LEADERSHIP_LOSS;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.ON_LOSS))
        .then(
            done ->
                !done.equals("nothing")
                    ? holds("%s hears it, and %s", flow.id(), done)
                    : hazard(flow));
  }

  private static Outcome hazard(Flow flow) {
    return violated(
            Severity.WARNING,
            "the code in %s goes on as leader when its connection is suspended or lost",
            flow.id())
        .because(
            "While the connection is away the session can end and another leader be elected. "
                + "This one hears of it, does nothing, and both act.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s extend LeaderSelectorListenerAdapter, or throw CancelLeadershipException "
                    + "in stateChanged on SUSPENDED and LOST.",
                flow.id()));
  }
}
