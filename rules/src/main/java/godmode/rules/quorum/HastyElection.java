package godmode.rules.quorum;

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
import java.time.Duration;
import java.util.Locale;

/** Flags clusters that give a leader up before it had a fair chance to be heard. */
@AutoService(Rule.class)
@RuleCard(
    title = "a leader is given up before it had a chance to be heard",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    answers = false,
    sources = {
      "https://etcd.io/docs/v3.6/tuning/",
      "https://patroni.readthedocs.io/en/latest/dynamic_configuration.html",
      "Ongaro, Consensus: Bridging Theory and Practice, dissertation, Stanford 2014, chapter 9"
    })
public final class HastyElection implements Rule.OfCluster {
  /** etcd does not start with less ("should be at least as 5 times as --heartbeat-interval"). */
  private static final int HEARTBEATS_MIN = 5;

  private static final int HEARTBEATS_ADVISED = 10;
  private static final Duration LONGEST = Duration.ofSeconds(50);

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<Duration> beat = cluster.fact(Attributes.HEARTBEAT);
    Fact<Duration> silence = cluster.fact(Attributes.ELECTION_TIMEOUT);
    if (beat instanceof Fact.Unknown && silence instanceof Fact.Unknown) {
      return notApplicable("nothing changes the time-outs of %s", cluster.id());
    }
    return Given.facts(beat, silence)
        .then(
            (often, long_) ->
                cluster.runs("etcd") ? raft(cluster, often, long_) : lease(cluster, often, long_));
  }

  private static Outcome raft(Cluster cluster, Duration beat, Duration silence) {
    if (silence.compareTo(beat.multipliedBy(HEARTBEATS_MIN)) < 0) {
      return tooShort(cluster, beat, silence, Severity.ERROR, HEARTBEATS_MIN);
    }
    if (silence.compareTo(LONGEST) > 0) {
      return violated(
              Severity.ERROR,
              "%s waits %s for its leader, and refuses to start beyond 50000 ms",
              cluster.id(),
              ms(silence))
          .because("No member of etcd starts with a longer time-out.")
          .fix("Set the election timeout to 10 times the heartbeat, 50000 ms at most.");
    }
    return silence.compareTo(beat.multipliedBy(HEARTBEATS_ADVISED)) < 0
        ? tooShort(cluster, beat, silence, Severity.INFO, HEARTBEATS_ADVISED)
        : holds("%s waits %s, and hears its leader each %s", cluster.id(), ms(silence), ms(beat));
  }

  private static Outcome tooShort(
      Cluster cluster, Duration beat, Duration silence, Severity severity, int factor) {
    return violated(
            severity,
            "%s elects a leader after %s of silence, and hears the old one each %s",
            cluster.id(),
            ms(silence),
            ms(beat))
        .because(
            factor == HEARTBEATS_MIN
                ? "Unless the election timeout is 5 heartbeats at least, no member of etcd starts."
                : "A few late messages depose a leader that is well. While the next one is elected,"
                    + " nothing is decided.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set the election timeout to %s, 10 heartbeats, alike on every member.",
                ms(beat.multipliedBy(HEARTBEATS_ADVISED))));
  }

  private static Outcome lease(Cluster cluster, Duration renewal, Duration lease) {
    if (renewal.compareTo(lease) <= 0) {
      return holds("a leader gives up after %s, and its lease lasts %s", ms(renewal), ms(lease));
    }
    return violated(
            Severity.WARNING,
            "a leader of %s gives up after %s, and its lease is free after %s",
            cluster.id(),
            ms(renewal),
            ms(lease))
        .because(
            "A leader that cannot reach the store retries for longer than its lease lasts. Another"
                + " one may take the lease while the old one still serves writes.")
        .fix(
            String.format(
                Locale.ROOT,
                "Raise ttl to %d, or lower retry_timeout: loop_wait + 2 * retry_timeout has to fit"
                    + " into ttl.",
                renewal.toSeconds()));
  }

  private static String ms(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
