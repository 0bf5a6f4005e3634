package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.simulate.lab.Place;
import godmode.simulate.network.Latency;
import godmode.simulate.network.Sites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites as people write them: {@code eu=2,us=2,ap=1}. */
final class SitesText {
  private SitesText() {}

  /** Sites and how many servers are at each, in the order they were written. */
  static Map<String, Integer> read(String text, int most) {
    Map<String, Integer> sites = new LinkedHashMap<>();
    for (String one : text.split(",", -1)) {
      int equals = one.indexOf('=');
      String name = equals < 0 ? one.strip() : one.substring(0, equals).strip();
      if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}") || sites.containsKey(name)) {
        throw new UserError(
            "--sites is '" + text + "'; write each site once, with its servers: eu=2,us=2,ap=1");
      }
      String count = equals < 0 ? "1" : one.substring(equals + 1).strip();
      sites.put(name, Quantity.number("--sites " + name, count, 1, most));
    }
    return sites;
  }

  /**
   * Servers at sites.
   *
   * @param names of the servers; empty for those of the sites: {@code eu-1}, {@code eu-2}
   * @param near how long a message takes within a site that the matrix does not tell
   */
  static Place place(
      Map<String, Integer> sites, List<String> names, RoundTrips matrix, Latency near) {
    List<String> all = List.copyOf(sites.keySet());
    List<List<Latency>> rows = new ArrayList<>();
    for (String from : all) {
      List<Latency> row = new ArrayList<>();
      for (String to : all) {
        row.add(
            matrix
                .between(from, to)
                .or(() -> from.equals(to) ? Optional.of(near) : Optional.empty())
                .orElseThrow(() -> unknown(matrix, from, to)));
      }
      rows.add(row);
    }
    List<String> servers = new ArrayList<>();
    List<Integer> siteOf = new ArrayList<>();
    for (int site = 0; site < all.size(); site++) {
      for (int server = 1; server <= sites.getOrDefault(all.get(site), 0); server++) {
        servers.add(all.get(site) + "-" + server);
        siteOf.add(site);
      }
    }
    return new Place(names.isEmpty() ? servers : names, siteOf, new Sites(all, rows));
  }

  private static UserError unknown(RoundTrips matrix, String from, String to) {
    return new UserError(
        "--sites: "
            + matrix.about()
            + " does not tell how long it takes from "
            + from
            + " to "
            + to
            + "; it knows "
            + String.join(", ", matrix.places())
            + "; --matrix names another, or a file");
  }
}
