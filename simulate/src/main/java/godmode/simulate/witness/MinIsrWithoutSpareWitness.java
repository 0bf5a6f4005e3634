package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A producer that waits because one broker is away. */
@AutoService(Witness.class)
public final class MinIsrWithoutSpareWitness implements Witness {
  @Override
  public String rule() {
    return "min-isr-without-spare";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    return Partitions.ofBroker(subject).flatMap(p -> Partitions.withOneAway(p, design));
  }
}
