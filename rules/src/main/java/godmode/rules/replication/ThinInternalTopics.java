package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags Kafka clusters whose own topics have fewer copies than they could. */
@AutoService(Rule.class)
@RuleCard(
    title = "the topics that Kafka itself rests on have too few copies",
    item = ChecklistItem.REPLICATION_TOPOLOGY,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor",
      "https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.replication.factor"
    })
public final class ThinInternalTopics implements Rule.OfCluster {

  private static final int ENOUGH = 3;

  @Override
  public Outcome judge(Cluster broker, Design design) {
    Optional<Fact<Integer>> fewest = fewest(broker);
    if (fewest.isEmpty()) {
      return notApplicable("no file sets the copies of internal topics of %s", broker.id());
    }
    Fact<Integer> copies = fewest.orElseThrow();
    return Given.facts(copies, broker.fact(Attributes.MEMBERS))
        .then((n, members) -> judge(broker, copies.attribute(), n, members));
  }

  /** Only what is written counts: images ship configuration files that differ from the default. */
  private static Optional<Fact<Integer>> fewest(Cluster broker) {
    Fact<Integer> offsets = broker.fact(Attributes.OFFSETS_REPLICATION_FACTOR);
    Fact<Integer> transactions = broker.fact(Attributes.TRANSACTIONS_REPLICATION_FACTOR);
    if (!Reading.isWritten(offsets) || !Reading.isWritten(transactions)) {
      return List.of(offsets, transactions).stream().filter(Reading::isWritten).findFirst();
    }
    int first = offsets.value().orElseThrow();
    int second = transactions.value().orElseThrow();
    return Optional.of(second < first ? transactions : offsets);
  }

  private static Outcome judge(Cluster broker, Attribute<?> topic, int copies, int members) {
    if (members == 1) {
      return notApplicable("%s has 1 member: see single-copy", broker.id());
    }
    if (copies >= Math.min(ENOUGH, members)) {
      return holds("%s = %d on %d members", topic, copies, members);
    }
    return violated(
            copies == 1 ? Severity.WARNING : Severity.INFO,
            "%s has %d members, and %s is %d",
            broker.id(),
            members,
            topic,
            copies)
        .because(
            "Every consumer group keeps its position in the offsets topic, and every transaction"
                + " its state in the transaction log. While the broker that has the only copy is"
                + " away, groups and transactions on it stop; if its disk is lost, so are they.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set %s to %d. An existing topic keeps its copies until its partitions are"
                    + " reassigned.",
                topic,
                Math.min(ENOUGH, members)));
  }
}
