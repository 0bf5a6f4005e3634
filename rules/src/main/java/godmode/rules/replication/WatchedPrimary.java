package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.time.Duration;
import java.util.Locale;

/** What a failover by Sentinels loses. */
final class WatchedPrimary {
  private WatchedPrimary() {}

  /** Replication of Redis is asynchronous; a primary that is alone goes on unless it is told to. */
  static Outcome judge(Cluster store, Design design, int sentinels) {
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
            "The setting min-replicas-to-write counts copies that are connected, not copies that"
                + " have the write. What was acknowledged since the last one was sent is gone after"
                + " a failover.")
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
}
