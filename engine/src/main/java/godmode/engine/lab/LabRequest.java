package godmode.engine.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to see.
 *
 * @param protocol {@code raft}
 * @param where the servers
 * @param seed of the first run
 * @param runs how many
 * @param faults to draw, as words
 * @param mutant what is missing, as a word
 * @param with numbers by name, as written
 */
public record LabRequest(
    String protocol,
    Where where,
    long seed,
    int runs,
    List<String> faults,
    Optional<String> mutant,
    Map<String, String> with) {
  /** A protocol as it is. */
  public static final int NODES = 5;

  public LabRequest {
    faults = List.copyOf(faults);
    with = new LinkedHashMap<>(with);
  }

  /**
   * Servers and where they are.
   *
   * @param nodes how many; empty for as many as the sites have, or five
   * @param names of the servers; empty for n1, n2, …
   * @param sites {@code eu=2,us=1}; empty for one site
   * @param matrix times between sites: a published one or a file
   * @param roundTrip the time between any two sites and back, instead of a matrix
   * @param of whom a design tells this: {@code etcd}
   */
  public record Where(
      Optional<Integer> nodes,
      List<String> names,
      Optional<String> sites,
      Optional<String> matrix,
      Optional<String> roundTrip,
      Optional<String> of) {
    public Where {
      names = List.copyOf(names);
    }

    /** So many at one site. */
    public static Where here(int nodes) {
      return new Where(
          Optional.of(nodes),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
