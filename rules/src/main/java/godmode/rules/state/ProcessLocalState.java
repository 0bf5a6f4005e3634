package godmode.rules.state;

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

/** Flags state that users change and that only one process knows. */
@AutoService(Rule.class)
@RuleCard(
    title = "state that users change is kept in one process",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://12factor.net/processes",
      "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"
    },
    answers = false)
public final class ProcessLocalState implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.PROCESS_STATE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.HELD_IN))
        .then(
            holder ->
                holder.equals("a store")
                    ? holds("%s is kept in %s", flow.id(), holder)
                    : hazard(flow, holder));
  }

  private static Outcome hazard(Flow flow, String holder) {
    return violated(
            Severity.WARNING, "the code in %s is kept in %s of one process", flow.id(), holder)
        .because(
            "Another copy of the service does not see it, and a restart forgets it. Whether a"
                + " request finds what an earlier one left depends on which copy answers.")
        .fix(
            String.format(
                Locale.ROOT, "Keep %s in a database or a cache that all copies share.", flow.id()));
  }
}
