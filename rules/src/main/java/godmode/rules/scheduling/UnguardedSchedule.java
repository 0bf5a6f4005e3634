package godmode.rules.scheduling;

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

/** Flags scheduled work that every copy of a service does at the same time. */
@AutoService(Rule.class)
@RuleCard(
    title = "every copy of a service does what the clock says",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "https://docs.spring.io/spring-framework/reference/integration/scheduling.html",
      "https://github.com/lukas-krecan/ShedLock",
      "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment"
    },
    answers = false)
public final class UnguardedSchedule implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.SCHEDULED_WORK;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.EFFECT), flow.fact(Attributes.GUARDED_BY))
        .then(
            (effect, guard) ->
                !guard.equals("nothing")
                    ? holds("%s runs behind %s", flow.id(), guard)
                    : hazard(flow, effect));
  }

  private static Outcome hazard(Flow flow, String effect) {
    return violated(
            Severity.WARNING,
            "the code in %s runs in every copy of its service at once, and %s",
            flow.id(),
            effect)
        .because(
            "A clock ticks in each copy. With two copies, and during every rolling update "
                + "also with one, the work is done twice: mails are sent twice, messages are "
                + "published twice, and sums are added twice.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let one copy take %s: ShedLock with a database, a Kubernetes Lease, or Quartz with"
                    + " its clustered store. And make the work bear a second run, since a lock can "
                    + "expire.",
                flow.id()));
  }
}
