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
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;

/** Flags groups whose list of members and running members differ in number. */
@AutoService(Rule.class)
@RuleCard(
    title = "the configured membership and the running members differ",
    item = ChecklistItem.CONSENSUS_PROTOCOL,
    since = "0.1",
    sources = {
      "Ongaro, Consensus: Bridging Theory and Practice, dissertation, Stanford 2014, chapter 4",
      "https://etcd.io/docs/v3.6/op-guide/clustering/",
      "https://zookeeper.apache.org/doc/current/zookeeperAdmin.html"
    })
public final class MismatchedPeers implements Rule.OfCluster {

  /** Products whose configuration lists every voter; elsewhere a list may name some only. */
  private static final List<String> LISTS_EVERY_VOTER = List.of("etcd", "zookeeper", "kafka");

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<Integer> peers = cluster.fact(Attributes.PEERS);
    if (LISTS_EVERY_VOTER.stream().noneMatch(cluster::runs)) {
      return notApplicable("%s need not list every member", cluster.product());
    }
    if (peers instanceof Fact.Unknown) {
      return notApplicable("no membership list of %s was found", cluster.id());
    }
    Fact<Integer> voters = cluster.fact(Attributes.VOTERS);
    Fact<Integer> running =
        cluster.runs("kafka") ? voters : Reading.either(voters, cluster.fact(Attributes.MEMBERS));
    return Given.facts(peers, running)
        .then(
            (listed, run) ->
                listed.equals(run)
                    ? holds("%d are listed, and %d run", listed, run)
                    : differ(cluster, listed, run));
  }

  private static Outcome differ(Cluster cluster, int listed, int running) {
    return violated(
            Severity.ERROR,
            "%s lists %d %s, and %d run",
            cluster.id(),
            listed,
            listed == 1 ? "member" : "members",
            running)
        .because(
            listed > running
                ? String.format(
                    Locale.ROOT,
                    "The majority is counted over the list: %d of %d must answer, and those that do"
                        + " not exist never will.",
                    Majority.of(listed),
                    listed)
                : "The majority is counted over the list. A member that is not on it does not"
                    + " join, or begins a group of its own with the same data.")
        .fix(
            String.format(
                Locale.ROOT,
                "Make the two agree: list the %d that run, or run the %d that are listed. Better,"
                    + " generate the list from the number of replicas.",
                running,
                listed));
  }
}
