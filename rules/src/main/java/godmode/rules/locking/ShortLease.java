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
import java.time.Duration;
import java.util.Locale;

/** Flags locks that end sooner than the calls made under them may take. */
@AutoService(Rule.class)
@RuleCard(
    title = "a lock ends before the calls under it give up",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "https://redisson.pro/docs/data-and-services/locks-and-synchronizers/",
      "https://github.com/lukas-krecan/ShedLock#lockatmostfor",
      "Gray and Cheriton, Leases, SOSP 1989"
    },
    answers = false)
public final class ShortLease implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LEASED_CALL;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.LEASE_TIME), flow.fact(Attributes.LONGEST_WAIT))
        .then(
            (lease, wait) ->
                lease.compareTo(wait) < 0
                    ? hazard(flow, lease, wait)
                    : holds(
                        "the lock of %s lasts %s, and its calls give up after %s",
                        flow.id(), ms(lease), ms(wait)));
  }

  private static Outcome hazard(Flow flow, Duration lease, Duration wait) {
    return violated(
            Severity.WARNING,
            "the lock of %s ends after %s, and a call under it waits up to %s",
            flow.id(),
            ms(lease),
            ms(wait))
        .because(
            "When the other side is slow, the lock ends while its holder waits, and a second one"
                + " begins. Both then do what the lock was to keep apart.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let the lock of %s last longer than %s, or be renewed while its holder lives, or"
                    + " lower the time-out below %s.",
                flow.id(),
                ms(wait),
                ms(lease)));
  }

  private static String ms(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
