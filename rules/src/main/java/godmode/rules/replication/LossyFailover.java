package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.time.Duration;
import java.util.Locale;

/** Flags stores whose failover throws away writes that were acknowledged. */
@AutoService(Rule.class)
@RuleCard(
    title = "a failover throws away writes that were acknowledged",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    answers = false,
    sources = {
      "https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/",
      "https://patroni.readthedocs.io/en/latest/replication_modes.html",
      "https://www.postgresql.org/docs/current/warm-standby.html"
    })
public final class LossyFailover implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster store, Design design) {
    if (!(store.fact(Attributes.SENTINELS) instanceof Fact.Unknown)) {
      return Given.fact(store.fact(Attributes.SENTINELS))
          .then(sentinels -> WatchedPrimary.judge(store, design, sentinels));
    }
    Fact<String> mode = store.fact(Attributes.REPLICATION_MODE);
    if (mode instanceof Fact.Unknown) {
      return notApplicable("nothing says whether writes to %s wait for copies", store.id());
    }
    return Given.fact(mode)
        .then(
            how ->
                how.equals("synchronous")
                    ? holds("a write to %s waits for a copy", store.id())
                    : asynchronous(store));
  }

  /** Losing the tail is what an asynchronous copy means; it is wrong only where nothing may go. */
  private static Outcome asynchronous(Cluster store) {
    Fact<Duration> rpo = store.fact(Attributes.RPO);
    if (!Reading.isKnown(rpo, Duration::isZero)) {
      return holds("writes to %s do not wait for copies, and nothing forbids a loss", store.id());
    }
    return violated(
            Severity.ERROR,
            "%s replicates asynchronously, and is to lose nothing (rpo 0s)",
            store.id())
        .because("What was acknowledged and had not reached the copy is gone after a failover.")
        .fix(
            String.format(
                Locale.ROOT,
                "Make %s synchronous, with two copies so that one may be away; or allow a loss with"
                    + " 'data.%s.rpo'.",
                store.id(),
                store.dataClass()),
            rpo);
  }
}
