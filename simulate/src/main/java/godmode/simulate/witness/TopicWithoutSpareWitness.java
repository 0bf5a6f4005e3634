package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A producer of one topic that waits because one broker is away. */
@AutoService(Witness.class)
public final class TopicWithoutSpareWitness implements Witness {
  @Override
  public String rule() {
    return "topic-without-spare";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    return Partitions.ofTopic(subject).flatMap(p -> Partitions.withOneAway(p, design));
  }
}
