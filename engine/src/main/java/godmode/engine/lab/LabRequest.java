package godmode.engine.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to see.
 *
 * @param protocol {@code raft}
 * @param nodes how many servers
 * @param seed of the first run
 * @param runs how many
 * @param faults kinds to draw, as words
 * @param mutant what is missing, as a word
 * @param with numbers by name, as written
 * @param names of the servers; empty for n1, n2, …
 */
public record LabRequest(
    String protocol,
    Optional<Integer> nodes,
    long seed,
    int runs,
    List<String> faults,
    Optional<String> mutant,
    Map<String, String> with,
    List<String> names) {
  /** A protocol as it is. */
  public static final int NODES = 5;

  public LabRequest {
    faults = List.copyOf(faults);
    with = new LinkedHashMap<>(with);
    names = List.copyOf(names);
  }
}
