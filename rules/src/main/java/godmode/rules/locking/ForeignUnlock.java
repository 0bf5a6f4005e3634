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

/** Flags locks in Redis that are deleted without looking whose they are. */
@AutoService(Rule.class)
@RuleCard(
    title = "a lock is given back by whoever comes, its holder or not",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/",
      "Kleppmann, How to do distributed locking, 2016:"
          + " https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html"
    },
    answers = false)
public final class ForeignUnlock implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LOCK_RELEASE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.RELEASED))
        .then(
            how ->
                how.equals("by its owner")
                    ? holds("%s gives back only a lock of its own", flow.id())
                    : hazard(flow));
  }

  private static Outcome hazard(Flow flow) {
    return violated(
            Severity.WARNING,
            "the code in %s deletes its lock without looking whether it is still its own",
            flow.id())
        .because(
            "When the lock has ended in the meantime, somebody else holds it now, and this "
                + "deletes theirs. A third one then gets in beside them, and so on.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set the key to a value that only this holder knows, and let %s delete it by a"
                    + " script that compares first: if redis.call(\"get\", KEYS[1]) == ARGV[1] then"
                    + " return redis.call(\"del\", KEYS[1]) end.",
                flow.id()));
  }
}
