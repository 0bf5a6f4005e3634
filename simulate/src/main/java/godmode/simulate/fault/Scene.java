package godmode.simulate.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Where faults strike.
 *
 * @param servers how many nodes faults can strike; the others come after them
 * @param sites names
 * @param siteOf the site of everybody, as an index
 */
public record Scene(int servers, List<String> sites, List<Integer> siteOf) {
  public Scene {
    sites = List.copyOf(sites);
    siteOf = List.copyOf(siteOf);
  }

  /** So many servers at one site. */
  public static Scene of(int servers) {
    return new Scene(servers, List.of("here"), java.util.Collections.nCopies(servers, 0));
  }

  /** Everybody at a site. */
  public List<Integer> at(int site) {
    List<Integer> all = new ArrayList<>();
    for (int node = 0; node < siteOf.size(); node++) {
      if (siteOf.get(node) == site) {
        all.add(node);
      }
    }
    return all;
  }
}
