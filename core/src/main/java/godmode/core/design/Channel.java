package godmode.core.design;

import godmode.core.fact.Facts;

/**
 * A topic or queue.
 *
 * @param broker the cluster it lives on
 */
public record Channel(String id, Cluster broker, Facts facts) implements Subject {
  @Override
  public String component() {
    return broker.id();
  }
}
