package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
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
          .then(sentinels -> watched(store, design, sentinels));
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

  /** Replication of Redis is asynchronous; a primary that is alone goes on unless it is told to. */
  private static Outcome watched(Cluster store, Design design, int sentinels) {
    Fact<Integer> least = store.fact(Attributes.MIN_REPLICAS_TO_WRITE);
    Fact<Duration> rpo = store.fact(Attributes.RPO);
    if (Reading.isKnown(least, n -> n > 0)) {
      return Reading.isKnown(rpo, Duration::isZero)
          ? unshipped(store, least, rpo)
          : Given.fact(least)
              .then(
                  n ->
                      holds(
                          "a primary of %s without %d %s stops taking writes",
                          store.id(), n, n == 1 ? "copy" : "copies"));
    }
    return violated(
            severity(store, design, rpo),
            "%s takes writes while cut off from its copies, and %d %s promote one of them",
            store.id(),
            sentinels,
            sentinels == 1 ? "Sentinel may" : "Sentinels may")
        .because(
            "A primary that is cut off goes on for as long as its clients reach it. When the"
                + " network heals it becomes a copy of the new primary, and all it took meanwhile"
                + " is gone.")
        .fix(
            "Set min-replicas-to-write 1 and min-replicas-max-lag 10 on every server: a primary"
                + " without a copy then refuses writes after 10 s.",
            rpo);
  }

  /** A primary that has its copies connected still answers before they have a write. */
  private static Outcome unshipped(Cluster store, Fact<Integer> least, Fact<Duration> rpo) {
    return violated(
            Severity.ERROR,
            "%s answers before a copy has a write, and is to lose nothing (rpo 0s)",
            store.id())
        .because(
            "min-replicas-to-write counts copies that are connected, not copies that have the write."
                + " What was acknowledged since the last one was sent is gone after a failover.")
        .fix(
            String.format(
                Locale.ROOT,
                "Keep what may not be lost in a store that waits for a copy; or allow the loss with"
                    + " 'data.%s.rpo: 10s'.",
                store.dataClass()),
            least,
            rpo);
  }

  private static Severity severity(Cluster store, Design design, Fact<Duration> rpo) {
    if (Reading.isKnown(rpo, Duration::isZero)) {
      return Severity.ERROR;
    }
    boolean isCache =
        store.type() == ComponentType.CACHE && !Reading.is(store.fact(Attributes.READS), "latest");
    boolean small = Severity.ofTooSmall(design.environment(), store) == Severity.INFO;
    return isCache || small ? Severity.INFO : Severity.WARNING;
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
