package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Channel;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A request for a partition that waits while its only broker is away. */
@AutoService(Witness.class)
public final class SingleCopyTopicWitness implements Witness {
  @Override
  public String rule() {
    return "single-copy-topic";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Channel topic)) {
      return Optional.empty();
    }
    Fact<Integer> copies = topic.fact(Attributes.REPLICATION_FACTOR);
    Optional<Integer> brokers = topic.broker().fact(Attributes.MEMBERS).value();
    boolean accepted =
        topic.broker().fact(Attributes.PARTITION).value().filter("single-copy"::equals).isPresent();
    if (!Cast.isWritten(copies) || accepted || brokers.filter(n -> n > 1).isEmpty()) {
      return Optional.empty();
    }
    return OnlyCopy.scenario(
        "a partition of topic " + topic.id(),
        topic.broker(),
        brokers.get(),
        copies.value().orElseThrow(),
        design);
  }
}
