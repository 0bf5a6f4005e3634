package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;

/** Asks what each side does during a partition, and what ends it. */
@AutoService(Rule.class)
@RuleCard(
    title = "nothing is planned for a partition",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "Brewer, CAP Twelve Years Later: How the Rules Have Changed, IEEE Computer 45(2), 2012",
      "Bailis and Kingsbury, The Network is Reliable, ACM Queue 12(7), 2014"
    })
public final class UnplannedPartition implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.facts(
                        design.fact(Attributes.PLAN_DURING), design.fact(Attributes.PLAN_HEALING))
                    .then((during, healing) -> judge(design, during, healing)));
  }

  private static Outcome judge(Design design, String during, String healing) {
    if (!Reading.saysNothing(during) && !Reading.saysNothing(healing)) {
      return holds("during: %s; healing: %s", during, healing);
    }
    return violated(
            Severity.WARNING,
            "%s plans nothing for a partition: during = '%s', healing = '%s'",
            design.id(),
            during,
            healing)
        .because(
            "Networks do partition, within one data centre too. Without a plan each service does"
                + " what its time-outs and retries happen to do, and its operators find out while"
                + " it lasts.")
        .fix(
            "Say under 'partition-plan' what each side does meanwhile (refuse, serve what it has,"
                + " queue), and what brings the sides together again.");
  }
}
