package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags brokers that may make a copy leader that lacks acknowledged records. */
@AutoService(Rule.class)
@RuleCard(
    title = "a copy that lags may become leader",
    item = ChecklistItem.SPLIT_BRAIN_PREVENTION,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#brokerconfigs_unclean.leader.election.enable",
      "https://kafka.apache.org/documentation/#design_uncleanleader",
      "https://cwiki.apache.org/confluence/display/KAFKA/KIP-106+-+Change+Default+unclean.leader.election.enabled+from+True+to+False"
    })
public final class UncleanLeaderElection implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster broker, Design design) {
    if (!broker.runs("kafka")) {
      return notApplicable("%s is not Kafka", broker.id());
    }
    return Given.fact(broker.fact(Attributes.UNCLEAN_LEADER_ELECTION))
        .then(
            allowed ->
                allowed
                    ? losesRecords(broker)
                    : holds("only copies in sync become leader of a partition of %s", broker.id()));
  }

  private static Outcome losesRecords(Cluster broker) {
    return violated(
            Severity.ERROR,
            "%s lets a copy that lags become leader: unclean.leader.election.enable=true",
            broker.id())
        .because(
            "When all copies in sync are gone, a copy that lacks acknowledged records becomes"
                + " leader. The others then cut their logs to match it, and records that producers"
                + " were told are safe are gone for good.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set unclean.leader.election.enable=false on %s, and give its topics a copy more"
                    + " than min.insync.replicas.",
                broker.id()));
  }
}
