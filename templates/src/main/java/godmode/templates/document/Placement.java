package godmode.templates.document;

import godmode.core.design.Cluster;
import godmode.core.evidence.Platform;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import godmode.templates.Voters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the members of a cluster stand, and how many of them may crash. */
final class Placement {
  private Placement() {}

  /** The zones or nodes over which its members are spread. */
  static String of(Cluster cluster, Review review) {
    List<String> where = new ArrayList<>();
    List<String> zones = review.declared().list("consensus.zones");
    if (!zones.isEmpty()) {
      where.add("zones " + String.join(", ", zones));
    }
    cluster.fact(Attributes.ZONE_SPREAD).value().ifPresent(how -> where.add("zone spread: " + how));
    cluster.fact(Attributes.NODE_SPREAD).value().ifPresent(how -> where.add("node spread: " + how));
    if (where.isEmpty() && isOnOneHost(cluster, review)) {
      where.add("one Compose host");
    }
    return where.isEmpty() ? "left to the scheduler" : String.join("; ", where);
  }

  private static boolean isOnOneHost(Cluster cluster, Review review) {
    return review
        .topology()
        .component(cluster.id())
        .filter(
            found ->
                found.platforms().values().stream()
                    .flatMap(List::stream)
                    .noneMatch(platform -> platform == Platform.CLUSTER))
        .filter(
            found ->
                found.platforms().values().stream()
                    .anyMatch(platforms -> platforms.contains(Platform.COMPOSE)))
        .isPresent();
  }

  /** The crashes after which it still takes writes; the fault model is always crash. */
  static String survives(Cluster cluster) {
    Optional<Voters> voters = Voters.of(cluster).filter(v -> v.voters() > 1);
    Optional<Integer> copies =
        cluster
            .fact(Attributes.REPLICATION_FACTOR)
            .value()
            .or(() -> cluster.fact(Attributes.MEMBERS).value());
    Optional<Integer> needed =
        cluster
            .fact(Attributes.MIN_INSYNC_REPLICAS)
            .value()
            .or(() -> cluster.fact(Attributes.WRITE_QUORUM).value());
    List<String> limits = new ArrayList<>();
    voters.ifPresent(v -> limits.add(v.tolerates() + " of " + v.voters() + " voters down"));
    if (copies.isPresent() && needed.isPresent() && copies.get() > 1) {
      limits.add(Math.max(0, copies.get() - needed.get()) + " of " + copies.get() + " copies down");
    }
    if (!limits.isEmpty()) {
      return String.join(", ", limits);
    }
    if (copies.filter(n -> n == 1).isPresent()) {
      return "none: its only node";
    }
    return cluster
        .fact(Attributes.FAILOVER)
        .value()
        .map(how -> "failover " + how)
        .orElse("not known");
  }
}
