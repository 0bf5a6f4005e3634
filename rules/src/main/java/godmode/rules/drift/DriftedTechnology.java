package godmode.rules.drift;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.Protocols;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import java.util.Locale;

/** Flags stores that run another product than the design record says. */
@AutoService(Rule.class)
@RuleCard(
    title = "another product runs than the design record says",
    item = ChecklistItem.CAP_TRADE_OFF,
    since = "0.1",
    answers = false,
    sources = {
      "Perry and Wolf, Foundations for the Study of Software Architecture, SIGSOFT SEN 17(4) 1992",
      "Abadi, Consistency Tradeoffs in Modern Distributed Database System Design, IEEE Computer 45(2) 2012"
    })
public final class DriftedTechnology implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    Fact<String> declared = store.declared().get(Attributes.TECHNOLOGY);
    if (declared instanceof Fact.Unknown) {
      return notApplicable("the design record does not say what %s is", store.id());
    }
    return Given.facts(declared, store.detected().get(Attributes.TECHNOLOGY))
        .then(
            (said, seen) ->
                isSame(said.toLowerCase(Locale.ROOT), seen)
                    ? holds("%s, as the design record says", said)
                    : differ(store, design, said, seen));
  }

  /** People write {@code PostgreSQL 16}, too; drivers do not tell members of a family apart. */
  private static boolean isSame(String said, String seen) {
    return Protocols.areCompatible(said, seen) || said.contains(seen);
  }

  private static Outcome differ(Cluster store, Design design, String said, String seen) {
    return violated(
            Drift.unkept(store, design),
            "%s runs %s in the repository, and %s in the design record",
            store.id(),
            seen,
            said)
        .because(
            "What the design says of consistency, partitions and failover was decided for another"
                + " product, whose defaults and guarantees differ.")
        .fix(
            String.format(
                Locale.ROOT,
                "Review the decisions about %s for %s and write 'technology: %s' into the design"
                    + " record, or deploy %s.",
                store.id(),
                seen,
                seen,
                said));
  }
}
