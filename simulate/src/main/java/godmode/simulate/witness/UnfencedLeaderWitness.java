package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Subject;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.simulate.explore.Scenario;
import java.util.Optional;

/** A leader that was replaced, does not know it, and writes after its successor. */
@AutoService(Witness.class)
public final class UnfencedLeaderWitness implements Witness {
  @Override
  public String rule() {
    return "unfenced-leader";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Guard leader) || leader.kind() != GuardKind.LEADER) {
      return Optional.empty();
    }
    boolean wastesOnlyWork =
        leader.fact(Attributes.PURPOSE).value().filter("efficiency"::equals).isPresent();
    return wastesOnlyWork ? Optional.empty() : LateHolders.scenario(leader, "leadership", 1);
  }
}
