package godmode.core.design;

import godmode.core.evidence.ComponentType;
import godmode.core.fact.Facts;
import java.util.List;

/**
 * A service, gateway or any other component that keeps no data of its own.
 *
 * @param names every name that files give it, the id included
 */
public record Service(
    String id, List<String> names, ComponentType type, boolean onOneHost, Facts facts)
    implements Subject {
  public Service {
    names = List.copyOf(names);
  }

  @Override
  public String component() {
    return id;
  }
}
