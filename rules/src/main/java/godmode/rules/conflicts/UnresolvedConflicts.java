package godmode.rules.conflicts;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.Locale;

/** Flags copies that take writes on both sides of a partition, and do not say which wins. */
@AutoService(Rule.class)
@RuleCard(
    title = "both sides of a partition take writes, and nothing says which wins",
    item = ChecklistItem.CONFLICT_RESOLUTION,
    since = "0.1",
    sources = {
      "DeCandia et al., Dynamo: Amazon's Highly Available Key-value Store, SOSP 2007",
      "Shapiro et al., Conflict-free Replicated Data Types, SSS 2011"
    })
public final class UnresolvedConflicts implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    if (!store.type().keepsState()) {
      return notApplicable("%s keeps no state", store.id());
    }
    if (Reading.is(store.fact(Attributes.MEMBERS), 1)) {
      return notApplicable("%s has 1 member, so there are no two sides", store.id());
    }
    if (!design.classification().isDistributed()) {
      return notApplicable("%s is not distributed", design.id());
    }
    Fact<String> conflicts = store.fact(Attributes.CONFLICTS);
    return Given.fact(store.fact(Attributes.PARTITION))
        .then(
            partition ->
                partition.equals("serve")
                    ? Given.fact(conflicts).then(strategy -> judge(store, strategy))
                    : notApplicable("%s does not serve both sides: %s", store.id(), partition));
  }

  private static Outcome judge(Cluster store, String strategy) {
    if (Reading.saysNothing(strategy)) {
      return unresolved(store, strategy);
    }
    if (strategy.equals("last-writer-wins")) {
      return holds(
          "the later write to %s wins, and the design accepts that the other is lost", store.id());
    }
    return strategy.equals("cannot-happen")
        ? holds("the design says that no item of %s is written on two sides", store.id())
        : holds("conflicts in %s are resolved by %s", store.id(), strategy);
  }

  private static Outcome unresolved(Cluster store, String strategy) {
    return violated(
            Severity.ERROR,
            "%s serves both sides of a partition, and its conflicts are resolved by %s",
            store.id(),
            strategy)
        .because(
            "Two users change the same item on both sides. When the sides meet again, the copies"
                + " differ; either they stay different, or the store picks one by its own clock and"
                + " drops the other without a trace.")
        .fix(
            String.format(
                Locale.ROOT,
                "Declare 'data.%s.conflicts.strategy': a type that merges (counter, set), a merge of"
                    + " your own, one home for each key, or last-writer-wins where a lost change"
                    + " does no harm. Or let one side refuse: 'partition: refuse'.",
                store.dataClass()));
  }
}
