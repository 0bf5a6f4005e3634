package godmode.rules.resilience;

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

/** Flags queues and pools that requests fill and nothing limits. */
@AutoService(Rule.class)
@RuleCard(
    title = "requests wait in a queue without a limit",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://sre.google/sre-book/addressing-cascading-failures/",
      "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/Executors.html",
      "Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961"
    },
    answers = false)
public final class UnboundedQueue implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.WORK_QUEUE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.BOUND), flow.fact(Attributes.FED_BY))
        .then(
            (bound, by) ->
                bound.equals("none")
                    ? hazard(flow, by)
                    : holds("%s takes %s at most", flow.id(), bound));
  }

  private static Outcome hazard(Flow flow, String by) {
    return violated(Severity.INFO, "the queue of %s has no limit, and %s fill it", flow.id(), by)
        .because(
            "When work comes faster than it is done, it piles up until memory ends, and each piece"
                + " waits longer than its caller does. A restart loses all of it.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s a capacity, and refuse or slow down what comes beyond it.",
                flow.id()));
  }
}
