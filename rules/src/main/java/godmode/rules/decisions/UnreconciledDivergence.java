package godmode.rules.decisions;

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
import java.util.List;
import java.util.Optional;

/** Asks how copies that diverged in a partition come to agree again. */
@AutoService(Rule.class)
@RuleCard(
    title = "copies that diverge in a partition are not reconciled",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "Terry et al., Managing Update Conflicts in Bayou, a Weakly Connected Replicated Storage System, SOSP 1995",
      "Brewer, CAP Twelve Years Later: How the Rules Have Changed, IEEE Computer 45(2), 2012",
      "https://cassandra.apache.org/doc/latest/cassandra/managing/operating/repair.html"
    })
public final class UnreconciledDivergence implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    Optional<Outcome> outside = Scope.outside(design);
    if (outside.isPresent()) {
      return outside.orElseThrow();
    }
    List<Cluster> sides = design.clusters().stream().filter(Scope::mayHaveTwoSides).toList();
    Optional<Cluster> serving =
        sides.stream().filter(c -> Reading.is(c.fact(Attributes.PARTITION), "serve")).findFirst();
    if (serving.isPresent()) {
      return Given.fact(design.fact(Attributes.PLAN_AFTER))
          .then(after -> judge(serving.orElseThrow(), after));
    }
    for (Cluster cluster : sides) {
      Fact<String> partition = cluster.fact(Attributes.PARTITION);
      if (partition.value().isEmpty()) {
        return Given.fact(partition).then(known -> holds("%s", known));
      }
    }
    return notApplicable("no store of %s takes writes on both sides of a partition", design.id());
  }

  private static Outcome judge(Cluster store, String after) {
    if (!Reading.saysNothing(after)) {
      return holds("%s", after);
    }
    return violated(
            Severity.WARNING,
            "%s serves both sides of a partition, and afterwards nothing compares them: after = '%s'",
            store.id(),
            after)
        .because(
            "Copies that took different writes stay different until something reads both. Items"
                + " that nobody reads are never repaired, and deleted ones can come back.")
        .fix(
            "Say under 'partition-plan.after' what finds the differences (repair, anti-entropy, a"
                + " comparison of totals), how soon, and who decides what cannot be merged.");
  }
}
