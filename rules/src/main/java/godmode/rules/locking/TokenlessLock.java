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

/** Flags locks that end while their holder may still be at work, and that give it no token. */
@AutoService(Rule.class)
@RuleCard(
    title = "a lock ends by itself, and nothing recognises a late holder",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "Kleppmann, How to do distributed locking, 2016:"
          + " https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html",
      "https://redisson.pro/docs/data-and-services/locks-and-synchronizers/",
      "https://curator.apache.org/docs/recipes-shared-reentrant-lock/"
    },
    answers = false)
public final class TokenlessLock implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LOCKED_SECTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(
            flow.fact(Attributes.LOCK), flow.fact(Attributes.LEASE), flow.fact(Attributes.TOKEN))
        .then(
            (lock, lease, token) ->
                !token.equals("none")
                    ? holds("%s tells a late holder of %s by %s", flow.id(), lock, token)
                    : hazard(flow, lock, lease));
  }

  private static Outcome hazard(Flow flow, String lock, String lease) {
    return violated(
            Severity.WARNING,
            "the code in %s takes %s, which ends %s, and has no token that tells a late holder",
            flow.id(),
            lock,
            lease)
        .because(
            "A holder that is paused, or slower than the lock lasts, goes on beside its "
                + "successor. It does not know that it has lost the lock, and what it writes to "
                + "cannot tell.")
        .fix(
            String.format(
                Locale.ROOT,
                "Take a lock in %s that counts its holders (RFencedLock of Redisson, FencedLock of"
                    + " Hazelcast, revisions of etcd, zxids of ZooKeeper), send the number with"
                    + " each write, and let the store refuse a smaller one. For ZooKeeper, stop"
                    + " when the connection is suspended.",
                flow.id()));
  }
}
