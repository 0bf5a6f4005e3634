package godmode.rules.quorum;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.rules.Reading;

/** In how many zones members are, and how many of them one zone holds. */
final class Zones {
  private Zones() {}

  /** What places the members says it, or else the design record. */
  static Fact<Integer> of(Cluster cluster, Design design) {
    return Reading.either(cluster.fact(Attributes.ZONES), design.fact(Attributes.ZONES));
  }

  /** How many of n members the fullest zone holds when they are spread evenly. */
  static int fullest(int n, int zones) {
    return (n + zones - 1) / zones;
  }
}
