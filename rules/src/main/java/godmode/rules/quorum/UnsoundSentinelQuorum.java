package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags Sentinels that can never agree on a failover, or agree too easily. */
@AutoService(Rule.class)
@RuleCard(
    title = "the Sentinels cannot agree, or one decides alone",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    sources = {
      "https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/",
      "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014"
    })
public final class UnsoundSentinelQuorum implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster redis, Design design) {
    Fact<Integer> sentinels = redis.fact(Attributes.SENTINELS);
    Fact<Integer> quorum = redis.fact(Attributes.SENTINEL_QUORUM);
    if (sentinels instanceof Fact.Unknown && quorum instanceof Fact.Unknown) {
      return notApplicable("no Sentinel is known to watch %s", redis.id());
    }
    return Given.fact(sentinels)
        .then(
            n ->
                n < 3
                    ? tooFew(redis, n, design)
                    : Given.fact(quorum).then(q -> judge(redis, n, q)));
  }

  private static Outcome tooFew(Cluster redis, int n, Design design) {
    return violated(
            n == 2 ? Severity.ERROR : Severity.ofTooSmall(design.environment(), redis),
            "%s has %d %s: a failover needs %d, so none is tolerated to fail",
            redis.id(),
            n,
            n == 1 ? "Sentinel" : "Sentinels",
            Majority.of(n))
        .because(
            "A Sentinel may fail over only when a majority of all Sentinels has authorised it. With"
                + " fewer than three, the host that takes the primary down often takes that majority"
                + " with it.")
        .fix("Run 3 Sentinels on 3 hosts that fail independently, with a quorum of 2.");
  }

  private static Outcome judge(Cluster redis, int n, int quorum) {
    if (quorum > n) {
      return violated(
              Severity.ERROR,
              "%s needs %d Sentinels to call the primary down, and %d run",
              redis.id(),
              quorum,
              n)
          .because("That many can never agree, so a failover never begins.")
          .fix(String.format(Locale.ROOT, "Set the quorum to %d.", Majority.of(n)));
    }
    if (quorum == n) {
      return violated(
              Severity.WARNING,
              "%s needs all %d Sentinels to call the primary down, so none is tolerated to fail",
              redis.id(),
              n)
          .because(
              "A host that takes the primary down together with one Sentinel takes the quorum with"
                  + " it, and the failover never begins.")
          .fix(String.format(Locale.ROOT, "Set the quorum to %d.", Majority.of(n)));
    }
    if (quorum == 1) {
      return violated(
              Severity.WARNING, "%s lets 1 of %d Sentinels call the primary down", redis.id(), n)
          .because(
              "One Sentinel that has lost its own connection starts a failover of a primary that is"
                  + " well. Writes that the old primary takes meanwhile are lost.")
          .fix(String.format(Locale.ROOT, "Set the quorum to %d.", Majority.of(n)));
    }
    return holds(
        "%d of %d Sentinels call the primary down, and %d authorise", quorum, n, Majority.of(n));
  }
}
