package godmode.rules.quorum;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Optional;

/**
 * Flags pairs that promote by themselves, although neither can tell a dead peer from a cut link.
 */
@AutoService(Rule.class)
@RuleCard(
    title = "two members fail over automatically, and nobody breaks the tie",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    sources = {
      "Gilbert and Lynch, Brewer's Conjecture and the Feasibility of Consistent, Available,"
          + " Partition-Tolerant Web Services, SIGACT News 33(2) 2002",
      "https://www.postgresql.org/docs/current/warm-standby-failover.html"
    })
public final class UnguardedFailover implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Optional<ConsensusProtocol> protocol =
        cluster
            .technology()
            .flatMap(known -> known.consensus())
            .map(consensus -> consensus.protocol());
    if (protocol.isEmpty()) {
      return notApplicable("how the members of %s agree is not known", cluster.id());
    }
    return Given.fact(cluster.fact(Attributes.MEMBERS))
        .then(n -> n < 2 ? alone(cluster, n) : judge(cluster, n, protocol.get()));
  }

  private static Outcome alone(Cluster cluster, int n) {
    return notApplicable("%s has %d member, so there are no two sides", cluster.id(), n);
  }

  private static Outcome judge(Cluster cluster, int n, ConsensusProtocol protocol) {
    return switch (protocol) {
      case RAFT, ZAB, PAXOS, VIRTUAL_SYNCHRONY ->
          holds(
              "one side of %s at most goes on: %s needs a majority", cluster.id(), protocol.word());
      case MAJORITY_VOTING ->
          holds("one side of %s at most goes on: to lead takes a majority", cluster.id());
      case MANAGED, DELEGATED ->
          notApplicable("the members of %s do not decide their failover", cluster.id());
      case GOSSIP, NONE -> notApplicable("no member of %s is promoted", cluster.id());
      case PRIMARY_BACKUP -> promoted(cluster, n);
    };
  }

  private static Outcome promoted(Cluster cluster, int n) {
    Optional<Integer> sentinels = cluster.fact(Attributes.SENTINELS).value();
    if (sentinels.isPresent()) {
      return notApplicable("%d Sentinels decide the failover of %s", sentinels.get(), cluster.id());
    }
    return Given.fact(cluster.fact(Attributes.FAILOVER))
        .then(
            failover -> {
              if (!failover.equals("automatic")) {
                return holds("nobody is promoted by itself: failover is %s", failover);
              }
              return n == 2
                  ? pair(cluster)
                  : notApplicable("who decides the failover of %s is not known", cluster.id());
            });
  }

  private static Outcome pair(Cluster cluster) {
    return violated(
            Severity.ERROR,
            "%s fails over automatically between 2 members: in a partition both are primary",
            cluster.id())
        .because(
            "Each of two members sees the same when the other one is dead and when the link is cut."
                + " Promoting on silence makes two primaries, both take writes, and one side's are"
                + " thrown away when they meet again.")
        .fix(
            String.format(
                java.util.Locale.ROOT,
                "Let a third party decide, such as a majority of %d of 3 that includes a witness,"
                    + " and fence the old primary of %s; or fail over by hand.",
                Majority.of(3),
                cluster.id()));
  }
}
