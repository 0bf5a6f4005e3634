package godmode.rules.transactions;

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

/** Flags changes in another process that stay when what belongs to them fails. */
@AutoService(Rule.class)
@RuleCard(
    title = "nothing undoes the first change when the second fails",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "Garcia-Molina and Salem, Sagas, SIGMOD 1987",
      "https://microservices.io/patterns/data/saga.html"
    },
    answers = false)
public final class UncompensatedStep implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.SAGA;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.STEPS), flow.fact(Attributes.COMPENSATED_BY))
        .then(
            (steps, undo) ->
                !undo.equals("nothing")
                    ? holds("what %s began is undone by %s", flow.id(), undo)
                    : hazard(flow, steps));
  }

  private static Outcome hazard(Flow flow, String steps) {
    return violated(
            Severity.WARNING,
            "the code in %s does %s, and nothing undoes the first when the second fails",
            flow.id(),
            steps)
        .because(
            "What another process changed does not roll back with an exception here. When the"
                + " second step fails or the process dies before it, the first stays: a user "
                + "without an account, stock that is taken by no order.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give each step of %s an opposite, call the opposites in reverse order when a later"
                    + " step fails, and keep the state of the whole in a table so that a restart"
                    + " can go on. Or send the steps as messages through an outbox.",
                flow.id()));
  }
}
