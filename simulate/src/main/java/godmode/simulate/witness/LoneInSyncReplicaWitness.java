package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.simulate.explore.Scenario;
import godmode.simulate.model.KafkaPartition;
import java.util.List;
import java.util.Optional;

/** A record that is acknowledged while one disk holds it, and that disk. */
@AutoService(Witness.class)
public final class LoneInSyncReplicaWitness implements Witness {
  @Override
  public String rule() {
    return "lone-in-sync-replica";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    return Partitions.ofBroker(subject)
        .filter(p -> p.copies() > 1 && p.min() <= p.copies())
        .flatMap(
            p ->
                p.scenario(
                    design,
                    "A record of "
                        + p.name()
                        + " that was acknowledged with acks=all survives the loss of one disk.",
                    KafkaPartition.ON_SOME_DISK,
                    new KafkaPartition(p.copies(), p.min(), true, false, 1, true, 0, 1),
                    List.of()));
  }
}
