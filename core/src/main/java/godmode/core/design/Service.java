package godmode.core.design;

import godmode.core.evidence.ComponentType;
import godmode.core.fact.Facts;

/** A service, gateway or any other component that keeps no data of its own. */
public record Service(String id, ComponentType type, boolean onOneHost, Facts facts)
    implements Subject {
  @Override
  public String component() {
    return id;
  }
}
