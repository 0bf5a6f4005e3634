package godmode.rules.replication;

import static godmode.core.review.Outcome.notApplicable;

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
import godmode.rules.Reading;

/** Flags brokers whose topics cannot be written while one copy is away. */
@AutoService(Rule.class)
@RuleCard(
    title = "no copy may be away while a write is acknowledged",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas",
      "https://kafka.apache.org/documentation/#design_ha"
    })
public final class MinIsrWithoutSpare implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster broker, Design design) {
    if (!broker.runs("kafka")) {
      return notApplicable("%s is not Kafka", broker.id());
    }
    Fact<Integer> copies = broker.fact(Attributes.REPLICATION_FACTOR);
    if (!Reading.isWritten(copies)) {
      return notApplicable(
          "nothing sets how many copies topics of %s have by default", broker.id());
    }
    return Given.facts(broker.fact(Attributes.MIN_INSYNC_REPLICAS), copies)
        .then((min, rf) -> Spare.judge(broker.id(), rf, min));
  }
}
