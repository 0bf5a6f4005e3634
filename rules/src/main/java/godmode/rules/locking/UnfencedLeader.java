package godmode.rules.locking;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;

/** Flags leaders whose writes go on after they were replaced. */
@AutoService(Rule.class)
@RuleCard(
    title = "a replaced leader is not refused",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "Burrows, The Chubby Lock Service for Loosely-Coupled Distributed Systems, OSDI 2006, section 2.4",
      "Kleppmann, How to do distributed locking, 2016: https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html",
      "https://pkg.go.dev/k8s.io/client-go/tools/leaderelection"
    })
public final class UnfencedLeader implements Rule.OfGuard {

  @Override
  public Outcome judge(Guard leader, Design design) {
    if (leader.kind() != GuardKind.LEADER) {
      return notApplicable("%s elects no leader", leader.id());
    }
    Fact<String> purpose = leader.fact(Attributes.PURPOSE);
    if (Reading.is(purpose, "efficiency")) {
      return Given.fact(purpose)
          .then(said -> holds("two leaders of %s waste work and corrupt nothing", leader.id()));
    }
    boolean said = Reading.is(purpose, "correctness");
    return LateHolder.judge(leader, "leadership", said ? Severity.ERROR : Severity.WARNING);
  }
}
