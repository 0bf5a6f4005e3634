package godmode.rules.locking;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;

/** Flags locks that protect data, and whose late holders nothing refuses. */
@AutoService(Rule.class)
@RuleCard(
    title = "a lock protects data, and a late holder is not refused",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "Kleppmann, How to do distributed locking, 2016: https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html",
      "Burrows, The Chubby Lock Service for Loosely-Coupled Distributed Systems, OSDI 2006, section 2.4",
      "https://etcd.io/docs/v3.6/learning/why/"
    })
public final class UnfencedLock implements Rule.OfGuard {

  @Override
  public Outcome judge(Guard lock, Design design) {
    if (lock.kind() != GuardKind.LOCK) {
      return notApplicable("%s is no lock", lock.id());
    }
    return Given.fact(lock.fact(Attributes.PURPOSE))
        .then(
            purpose ->
                purpose.equals("efficiency")
                    ? holds("two holders of %s waste work and corrupt nothing", lock.id())
                    : LateHolder.judge(lock, "lock", Severity.ERROR));
  }
}
