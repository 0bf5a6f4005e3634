package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Subject;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A holder that is paused, and writes after its successor. */
@AutoService(Witness.class)
public final class UnfencedLockWitness implements Witness {
  @Override
  public String rule() {
    return "unfenced-lock";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Guard lock) || lock.kind() != GuardKind.LOCK) {
      return Optional.empty();
    }
    return lock.fact(Attributes.PURPOSE)
        .value()
        .filter(purpose -> !purpose.equals("efficiency"))
        .flatMap(purpose -> LateHolders.scenario(lock, "lock", 0));
  }
}
