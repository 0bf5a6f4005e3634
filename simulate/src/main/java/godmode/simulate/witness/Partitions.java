package godmode.simulate.witness;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Property;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.KafkaPartition;
import java.util.List;
import java.util.Optional;

/** The partitions behind a broker's defaults or a topic's own numbers. */
final class Partitions {
  private static final int COPIES_MAX = 7;

  private Partitions() {}

  /**
   * A partition of a broker.
   *
   * @param name as in {@code a partition of …}
   * @param broker the cluster
   */
  record Partition(String name, Cluster broker, int copies, int min) {
    /** The scenario with these failures. */
    Optional<Scenario<?, ?>> scenario(
        Design design,
        String claim,
        Property<KafkaPartition.World> property,
        KafkaPartition model,
        List<String> assumed) {
      return Optional.of(
          new Scenario<>(
              model,
              property,
              min > copies ? List.of() : KafkaPartition.GOALS,
              new PartitionStory(
                  model,
                  claim,
                  name,
                  Cast.clients(design, broker).get(0),
                  Cast.nodes(broker, copies),
                  assumed)));
    }
  }

  /** Of a broker whose files give both numbers. */
  static Optional<Partition> ofBroker(Subject subject) {
    if (!(subject instanceof Cluster broker) || !broker.runs("kafka")) {
      return Optional.empty();
    }
    Fact<Integer> copies = broker.fact(Attributes.REPLICATION_FACTOR);
    return Cast.isWritten(copies)
        ? of(broker.id(), broker, copies, broker.fact(Attributes.MIN_INSYNC_REPLICAS))
        : Optional.empty();
  }

  /** Of a topic that sets at least one of both numbers itself. */
  static Optional<Partition> ofTopic(Subject subject) {
    if (!(subject instanceof Channel topic) || !topic.broker().runs("kafka")) {
      return Optional.empty();
    }
    Fact<Integer> copies = topic.fact(Attributes.REPLICATION_FACTOR);
    Fact<Integer> min = topic.fact(Attributes.MIN_INSYNC_REPLICAS);
    if (!Cast.isWritten(copies) && !Cast.isWritten(min)) {
      return Optional.empty();
    }
    return of(
        "topic " + topic.id(),
        topic.broker(),
        copies instanceof Fact.Unknown
            ? topic.broker().fact(Attributes.REPLICATION_FACTOR)
            : copies,
        min instanceof Fact.Unknown ? topic.broker().fact(Attributes.MIN_INSYNC_REPLICAS) : min);
  }

  private static Optional<Partition> of(
      String name, Cluster broker, Fact<Integer> copies, Fact<Integer> min) {
    return copies
        .value()
        .filter(n -> n >= 1 && n <= COPIES_MAX)
        .flatMap(n -> min.value().filter(m -> m >= 1).map(m -> new Partition(name, broker, n, m)));
  }

  /** Whether one broker away leaves a producer without an answer. */
  static Optional<Scenario<?, ?>> withOneAway(Partition p, Design design) {
    return p.scenario(
        design,
        "A record sent with acks=all to "
            + p.name()
            + (p.copies() == 1 ? " is answered." : " is answered while one broker is away."),
        KafkaPartition.ANSWERED,
        new KafkaPartition(p.copies(), p.min(), true, false, 1, false, p.copies() == 1 ? 0 : 1, 0),
        List.of());
  }
}
