package godmode.rules.drift;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;

/** Flags stores that keep another number of copies than the design record says. */
@AutoService(Rule.class)
@RuleCard(
    title = "the repository sets another number of copies than the design record says",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992",
      "Kleppmann, Designing Data-Intensive Applications, chapter 5, 2017"
    })
public final class DriftedCopies implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    return Drift.ofNumbers(
        cluster,
        design,
        Attributes.REPLICATION_FACTOR,
        "copies",
        "How many disks may be lost before data is, and how many copies may be away while it is"
            + " written, follow from this number. The record promises one answer, and the"
            + " configuration gives another.");
  }
}
