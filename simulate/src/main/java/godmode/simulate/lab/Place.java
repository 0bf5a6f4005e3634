package godmode.simulate.lab;

import godmode.simulate.network.Sites;
import java.util.List;

/**
 * Servers and where they are.
 *
 * @param names of the servers, for reports
 * @param siteOf the site of each, as an index
 */
public record Place(List<String> names, List<Integer> siteOf, Sites sites) {
  public Place {
    names = List.copyOf(names);
    siteOf = List.copyOf(siteOf);
    if (names.isEmpty() || siteOf.size() != names.size()) {
      throw new IllegalArgumentException(
          names.size() + " servers and the sites of " + siteOf.size());
    }
  }

  /** The site of a server; the others are at the sites of servers, in turn. */
  public int site(int node) {
    return siteOf.get(node % siteOf.size());
  }

  /** The longest round trip between two servers, as a rule, in nanoseconds. */
  public long roundTrip() {
    long longest = 0;
    for (int from : siteOf) {
      for (int to : siteOf) {
        long there = sites.latency().get(from).get(to).median();
        long back = sites.latency().get(to).get(from).median();
        longest = Math.max(longest, there + back);
      }
    }
    return longest;
  }
}
