package godmode.rules.locking;

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

/** Flags elections by Endpoints or ConfigMaps of Kubernetes. */
@AutoService(Rule.class)
@RuleCard(
    title = "a leader is elected by an object that is no longer made for it",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "https://kubernetes.io/docs/concepts/architecture/leases/",
      "https://pkg.go.dev/k8s.io/client-go/tools/leaderelection/resourcelock"
    },
    answers = false)
public final class RetiredElection implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.ELECTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.LOCK))
        .then(
            lock ->
                lock.equals("LeaseLock")
                    ? holds("%s elects by a Lease", flow.id())
                    : hazard(flow, lock));
  }

  private static Outcome hazard(Flow flow, String lock) {
    return violated(Severity.WARNING, "the code in %s elects its leader by %s", flow.id(), lock)
        .because(
            "Every renewal changes an object that all nodes and controllers watch, and other "
                + "controllers write to it as well. Kubernetes keeps Leases for this, and its own "
                + "clients have dropped the older locks.")
        .fix(
            String.format(
                Locale.ROOT,
                "Use LeaseLock in %s. While old and new copies run side by side, change all of "
                    + "them in one step, or two leaders are elected by two objects.",
                flow.id()));
  }
}
