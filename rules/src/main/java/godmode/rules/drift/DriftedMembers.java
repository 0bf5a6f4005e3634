package godmode.rules.drift;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;

/** Flags stores that run on another number of nodes than the design record says. */
@AutoService(Rule.class)
@RuleCard(
    title = "the repository deploys another number of nodes than the design record says",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992",
      "Oppenheimer et al., Why Do Internet Services Fail, and What Can Be Done About It?, USITS 2003"
    })
public final class DriftedMembers implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    return Drift.ofNumbers(
        cluster,
        design,
        Attributes.MEMBERS,
        "nodes",
        "What was decided about failures, capacity and placement was decided for another number of"
            + " nodes. Quorums, spares and budgets that follow from it may no longer hold.");
  }
}
