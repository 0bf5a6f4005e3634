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

/** Flags brokers that acknowledge a write when one copy has it. */
@AutoService(Rule.class)
@RuleCard(
    title = "a write is acknowledged while one copy has it",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas",
      "https://cwiki.apache.org/confluence/display/KAFKA/KIP-966%3A+Eligible+Leader+Replicas"
    })
public final class LoneInSyncReplica implements Rule.OfCluster {

  @Override
  public Outcome judge(Cluster broker, Design design) {
    if (!broker.runs("kafka")) {
      return notApplicable("%s is not Kafka", broker.id());
    }
    Fact<Integer> copies = copies(broker, design);
    if (!Reading.isWritten(copies)) {
      return notApplicable("nothing sets how many copies topics of %s have", broker.id());
    }
    return Given.facts(copies, broker.fact(Attributes.MIN_INSYNC_REPLICAS))
        .then((rf, min) -> judge(broker, rf, min));
  }

  /** What topics have by default, or else the first topic that leaves the minimum to its broker. */
  private static Fact<Integer> copies(Cluster broker, Design design) {
    Fact<Integer> standard = broker.fact(Attributes.REPLICATION_FACTOR);
    return Reading.isWritten(standard)
        ? standard
        : design.channels().stream()
            .filter(topic -> topic.broker().id().equals(broker.id()))
            .filter(topic -> !Reading.isWritten(topic.fact(Attributes.MIN_INSYNC_REPLICAS)))
            .map(topic -> topic.fact(Attributes.REPLICATION_FACTOR))
            .filter(copies -> Reading.isKnown(copies, n -> n > 1))
            .findFirst()
            .orElse(standard);
  }

  private static Outcome judge(Cluster broker, int copies, int min) {
    if (copies < 2) {
      return notApplicable("topics of %s have a single copy: see single-copy", broker.id());
    }
    return min > 1
        ? holds("an acknowledged record of %s is on %d copies", broker.id(), min)
        : onOne(broker, copies);
  }

  private static Outcome onOne(Cluster broker, int copies) {
    Fact<Duration> rpo = broker.fact(Attributes.RPO);
    boolean mayLoseNothing = Reading.isKnown(rpo, Duration::isZero);
    return violated(
            mayLoseNothing ? Severity.ERROR : Severity.WARNING,
            "%s keeps %d copies and acknowledges a write when 1 has it (min.insync.replicas=1)",
            broker.id(),
            copies)
        .because(
            "While the other copies lag or restart, acks=all waits for the leader alone. If the"
                + " leader's disk is lost then, so are records that producers were told are safe.")
        .fix(
            copies > 2
                ? "Set min.insync.replicas=2."
                : "Keep 3 copies and set min.insync.replicas=2.",
            rpo);
  }
}
