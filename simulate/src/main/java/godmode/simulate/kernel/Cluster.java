package godmode.simulate.kernel;

import godmode.simulate.network.Conditions;
import java.util.List;

/**
 * Who takes part in a run.
 *
 * @param nodes the protocol of each: first the servers, then the clients
 * @param servers how many of them faults can strike; clients reach everybody
 * @param conditions of the network between all of them
 */
public record Cluster<M>(List<Protocol<?, M>> nodes, int servers, Conditions conditions) {
  public Cluster {
    nodes = List.copyOf(nodes);
    if (servers < 1 || servers > nodes.size()) {
      throw new IllegalArgumentException(servers + " servers of " + nodes.size() + " nodes");
    }
  }
}
