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

/** Asks how a failure or partition is noticed. */
@AutoService(Rule.class)
@RuleCard(
    title = "how a failure is noticed is not stated",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    sources = {
      "Chandra and Toueg, Unreliable Failure Detectors for Reliable Distributed Systems, JACM 43(2), 1996",
      "Hayashibara et al., The Phi Accrual Failure Detector, SRDS 2004"
    })
public final class UnstatedFailureDetector implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.fact(design.fact(Attributes.PLAN_DETECTION)).then(how -> judge(design, how)));
  }

  private static Outcome judge(Design design, String how) {
    if (!Reading.saysNothing(how)) {
      return holds("%s", how);
    }
    return violated(
            Severity.WARNING, "%s has no failure detector: detection = '%s'", design.id(), how)
        .because(
            "A slow member and a dead one look alike from outside. Every failover rests on a"
                + " time-out: too short, and a busy member is replaced while it works; too long,"
                + " and users wait for it.")
        .fix(
            "Say under 'partition-plan.detection' what notices it (heartbeats, phi accrual, a"
                + " lease) and after how long, and compare that with the recovery time you promise.");
  }
}
