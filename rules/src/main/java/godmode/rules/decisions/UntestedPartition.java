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

/** Asks for experiments that show that the partition plan works. */
@AutoService(Rule.class)
@RuleCard(
    title = "no experiment tries the partition plan",
    item = ChecklistItem.PARTITION_TEST_PLAN,
    since = "0.1",
    sources = {
      "Basiri et al., Chaos Engineering, IEEE Software 33(3), 2016",
      "Alquraan et al., An Analysis of Network-Partitioning Failures in Cloud Systems, OSDI 2018"
    })
public final class UntestedPartition implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.fact(design.fact(Attributes.EXPERIMENTS))
                    .then(n -> n > 0 ? holds("%d planned", n) : none(design)));
  }

  private static Outcome none(Design design) {
    return violated(Severity.WARNING, "%s plans 0 partition experiments", design.id())
        .because(
            "Code for partitions runs only in partitions. Most of the failures studied need one"
                + " isolated node and a few ordinary requests, so a test would have shown them.")
        .fix(
            "Plan one under 'experiments': isolate the leader, or one replica of the store that"
                + " must not lose data, while clients write; then compare what was acknowledged"
                + " with what is there.");
  }
}
