package godmode.core.design;

import godmode.core.catalog.Technology;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Facts;
import java.util.Optional;

/**
 * A lock, a leader election or a schedule: what lets one of several act.
 *
 * @param owner the component that takes it; empty if only the design record names it
 * @param technology what its mechanism is, where the catalog knows it
 */
public record Guard(
    String id, GuardKind kind, String owner, Optional<Technology> technology, Facts facts)
    implements Subject {
  @Override
  public String component() {
    return owner.isEmpty() ? id : owner;
  }
}
