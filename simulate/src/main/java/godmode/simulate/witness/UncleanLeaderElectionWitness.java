package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.KafkaPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A copy that lags becomes leader, and the record that others had is gone. */
@AutoService(Witness.class)
public final class UncleanLeaderElectionWitness implements Witness {
  private static final int COPIES_MAX = 7;

  @Override
  public String rule() {
    return "unclean-leader-election";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster broker) || !broker.runs("kafka")) {
      return Optional.empty();
    }
    Optional<Boolean> unclean = broker.fact(Attributes.UNCLEAN_LEADER_ELECTION).value();
    if (unclean.isEmpty()) {
      return Optional.empty();
    }
    List<String> assumed = new ArrayList<>();
    int copies =
        Cast.copies(broker)
            .orElseGet(
                () -> assumed(assumed, 3, "the number of copies is assumed: no file says it"));
    int min =
        broker
            .fact(Attributes.MIN_INSYNC_REPLICAS)
            .value()
            .orElseGet(
                () -> assumed(assumed, 1, "min.insync.replicas is assumed: no file says it"));
    if (copies > COPIES_MAX || min < 1 || min >= copies) {
      return Optional
          .empty(); // what acks=all acknowledges is on every copy, and no election loses it
    }
    return new Partitions.Partition(broker.id(), broker, copies, min)
        .scenario(
            design,
            "Whoever leads a partition of " + broker.id() + " has every acknowledged record.",
            KafkaPartition.LEADER_HAS_ALL,
            new KafkaPartition(copies, min, true, unclean.get(), 1, true, copies - 1, 0),
            assumed);
  }

  private static int assumed(List<String> assumed, int value, String said) {
    assumed.add(said);
    return value;
  }
}
