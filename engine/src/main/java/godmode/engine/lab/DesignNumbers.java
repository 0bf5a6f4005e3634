package godmode.engine.lab;

import godmode.engine.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a design says about those who run a protocol.
 *
 * @param of whom: {@code etcd}
 * @param names of the nodes; empty where the design does not say how many there are
 * @param with numbers of the protocol, as written
 * @param sites where they are: {@code a=1,b=2}; empty where it does not say
 * @param roundTrip the time between two sites and back
 */
public record DesignNumbers(
    String of,
    List<String> names,
    Map<String, String> with,
    Optional<String> sites,
    Optional<String> roundTrip) {
  public DesignNumbers {
    names = List.copyOf(names);
    with = new LinkedHashMap<>(with);
  }

  /** How many nodes there are, if the design says. */
  public Optional<Integer> nodes() {
    return Optional.of(names.size()).filter(count -> count > 0);
  }

  /** The same without a number of nodes that cannot be run. */
  DesignNumbers checked() {
    if (names.size() > PlanReader.NODES_MAX) {
      throw new UserError(
          of
              + " has "
              + names.size()
              + " nodes, and "
              + PlanReader.NODES_MAX
              + " can run; give fewer with --nodes");
    }
    return this;
  }
}
