package godmode.engine.lab;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Quantities;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the members of a cluster are.
 *
 * @param names of zones or regions; none where the design does not say
 * @param roundTrip the time between two of them and back; empty where they are regions with a
 *     published one
 */
record DesignSites(List<String> names, Optional<String> roundTrip) {
  private static final int NAME_MAX = 40;

  /** Between zones of one region, where the design says no time: both ways within a site. */
  private static final String NEAR = "2ms";

  /** Of a cluster: {@code consensus.zones} by name, else as many as files spread it over. */
  static DesignSites of(Review review, Design design, Cluster cluster) {
    List<String> names = new ArrayList<>();
    for (String zone : review.declared().list("consensus.zones")) {
      String name = name(zone);
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      int zones = DesignReader.known(cluster, Attributes.ZONES).orElse(1);
      for (int zone = 1; zones > 1 && zone <= zones; zone++) {
        names.add("zone-" + zone);
      }
    }
    Optional<String> said =
        review
            .declared()
            .text("survives.round-trip")
            .flatMap(Quantities::duration)
            .filter(time -> !time.isZero())
            .map(DesignReader::millis);
    boolean published = RoundTrips.areBetween(names);
    return new DesignSites(names, said.or(() -> published ? Optional.empty() : Optional.of(NEAR)));
  }

  private static String name(String text) {
    String name = text.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[._-]+", "");
    return name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
  }

  /** Members over sites, as evenly as it goes: {@code a=2,b=2,c=1}. */
  Optional<String> of(int members) {
    if (names.size() < 2 || members < 2) {
      return Optional.empty();
    }
    List<String> counts = new ArrayList<>();
    for (int site = 0; site < Math.min(names.size(), members); site++) {
      int more = site < members % names.size() ? 1 : 0;
      counts.add(names.get(site) + "=" + (members / names.size() + more));
    }
    return Optional.of(String.join(",", counts));
  }
}
