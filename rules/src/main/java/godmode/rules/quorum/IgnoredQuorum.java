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
import java.util.Locale;

/** Flags clusters that are told to go on without a majority. */
@AutoService(Rule.class)
@RuleCard(
    title = "members are told to go on without a majority",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.rabbitmq.com/docs/partitions",
      "https://etcd.io/docs/v3.6/op-guide/recovery/",
      "https://galeracluster.com/library/documentation/galera-parameters.html",
      "https://dev.mysql.com/doc/refman/8.4/en/group-replication-bootstrap.html"
    })
public final class IgnoredQuorum implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster cluster, Design design) {
    Fact<String> override = cluster.fact(Attributes.QUORUM_OVERRIDE);
    Fact<String> handling = cluster.fact(Attributes.PARTITION_HANDLING);
    if (!(override instanceof Fact.Unknown)) {
      return Given.fact(override).then(setting -> overridden(cluster, design, setting));
    }
    if (!cluster.runs("rabbitmq") || handling instanceof Fact.Unknown) {
      return notApplicable("nothing tells %s to go on without a majority", cluster.id());
    }
    return Given.facts(handling, cluster.fact(Attributes.MEMBERS))
        .then((word, n) -> inPartition(cluster, design, word, n));
  }

  private static Outcome overridden(Cluster cluster, Design design, String setting) {
    return violated(
            design.environment().isForDevelopment() ? Severity.INFO : Severity.ERROR,
            "%s is started with %s, which overrides its majority",
            cluster.id(),
            setting)
        .because(
            "The switch is for one start by hand, after a majority was lost for good. Left in a"
                + " file it works at each restart: a member that is cut off or comes back begins a"
                + " cluster of its own with the same data, and both take writes.")
        .fix(
            String.format(
                Locale.ROOT,
                "Take %s out of the configuration, and let a runbook say when a person sets it.",
                setting));
  }

  private static Outcome inPartition(Cluster cluster, Design design, String word, int members) {
    if (members < 2) {
      return notApplicable("%s has %d member, so there are no two sides", cluster.id(), members);
    }
    if (cluster
        .fact(Attributes.VERSION)
        .value()
        .filter(version -> version.matches("4\\.([3-9]|\\d\\d).*|[5-9]\\..*"))
        .isPresent()) {
      return notApplicable("%s decides by Raft and no longer reads the setting", cluster.id());
    }
    if (word.equals("pause_minority")) {
      return members == 2
          ? holds("both sides of a split of %s pause, for 1 of 2 is no majority", cluster.id())
          : holds("the smaller side of %d members of %s pauses", members, cluster.id());
    }
    if (!word.equals("ignore")) {
      return holds("%s handles a partition by %s", cluster.id(), word);
    }
    return violated(
            design.environment().isForDevelopment() || cluster.onOneHost()
                ? Severity.INFO
                : Severity.ERROR,
            "%s ignores partitions between its %d members (cluster_partition_handling=ignore)",
            cluster.id(),
            members)
        .because(
            "Both sides go on and change queues, exchanges and bindings. They do not come together"
                + " again by themselves: somebody chooses a side, and restarts the other without"
                + " what it took.")
        .fix(
            members == 2
                ? "Run 3 members and set cluster_partition_handling=pause_minority."
                : "Set cluster_partition_handling=pause_minority.");
  }
}
