package godmode.simulate.witness;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who plays which part: the names that a story about a design uses. */
final class Cast {
  private Cast() {}

  /** The nodes of a cluster: those it is deployed as, or counted ones. */
  static List<String> nodes(Cluster cluster, int count) {
    return cluster.members().size() >= count
        ? List.copyOf(cluster.members().subList(0, count))
        : counted(cluster.id(), count);
  }

  /** Counted names: {@code orders-db-1}; a single one keeps its name. */
  static List<String> counted(String name, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(count == 1 ? name : name + "-" + i);
    }
    return List.copyOf(names);
  }

  /** Those who use a cluster, services first; one where the design names none. */
  static List<String> clients(Design design, Cluster cluster) {
    List<String> names =
        design.linksTo(cluster.id()).stream()
            .sorted(Comparator.comparing(link -> rank(design, link)))
            .map(Link::source)
            .filter(source -> !source.equals(cluster.id()))
            .distinct()
            .toList();
    return names.isEmpty() ? List.of("a client") : names;
  }

  private static int rank(Design design, Link link) {
    boolean service =
        design.services().stream().anyMatch(known -> known.id().equals(link.source()));
    boolean writes = link.kind() == ConnectionKind.PUBLISH || link.kind() == ConnectionKind.DATA;
    return (service ? 0 : 2) + (writes ? 0 : 1);
  }

  /** The names of a set of nodes, given as a bit mask. */
  static String set(List<String> nodes, int mask) {
    List<String> in = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if ((mask & 1 << i) != 0) {
        in.add(nodes.get(i));
      }
    }
    return in.isEmpty() ? "none" : in.stream().collect(Collectors.joining(", "));
  }

  /** On how many nodes a store keeps an item. */
  static Optional<Integer> copies(Cluster store) {
    return store
        .fact(Attributes.REPLICATION_FACTOR)
        .value()
        .or(() -> unlessDisputed(store.fact(Attributes.REPLICATION_FACTOR), store));
  }

  private static Optional<Integer> unlessDisputed(Fact<Integer> factor, Cluster store) {
    return factor instanceof Fact.Disputed
        ? Optional.empty()
        : store.fact(Attributes.MEMBERS).value();
  }

  /** Whether a file or a person says it, and not the vendor's default alone. */
  static boolean isWritten(Fact<?> fact) {
    return fact.value().isPresent()
        && fact.origins().stream().anyMatch(origin -> !(origin instanceof Origin.VendorDefault));
  }

  /** A name at the start of a sentence; only an article is written large, never a name. */
  static String first(String name) {
    return name.startsWith("a ") ? "A " + name.substring(2) : name;
  }

  /** {@code 1 copy}, {@code 3 copies}. */
  static String count(int n, String one, String several) {
    return n + " " + (n == 1 ? one : several);
  }
}
