package godmode.engine.lab;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import godmode.engine.UserError;
import godmode.simulate.lab.Experiments;
import godmode.simulate.lab.Knob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a design says about a cluster: how many members it has, and how long they wait.
 *
 * @param cluster its name
 * @param nodes how many members
 */
public record DesignNumbers(
    String cluster, int nodes, Optional<Duration> heartbeat, Optional<Duration> election) {

  /**
   * Of a cluster of a reviewed system.
   *
   * @param on its name; empty where only one has several members
   * @throws UserError if none fits, or several do
   */
  public static DesignNumbers of(Review review, Optional<String> on) {
    Map<String, DesignNumbers> fitting = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (Cluster cluster : design.clusters()) {
        of(cluster)
            .filter(found -> on.isPresent() ? on.get().equals(found.cluster) : found.nodes > 1)
            .ifPresent(found -> fitting.putIfAbsent(found.cluster, found));
      }
    }
    if (fitting.isEmpty()) {
      throw new UserError(
          on.map(name -> "how many members '" + name + "' has is not known in " + review.system())
                  .orElse("no cluster of " + review.system() + " has a known number of members")
              + "; give it with --nodes, or declare consensus.members in the design record");
    }
    if (fitting.size() > 1) {
      throw new UserError(
          "several clusters have members; name one with --on: "
              + fitting.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return fitting.values().iterator().next();
  }

  private static Optional<DesignNumbers> of(Cluster cluster) {
    Optional<Integer> nodes =
        known(cluster, Attributes.VOTERS).or(() -> known(cluster, Attributes.MEMBERS));
    return nodes.map(
        count ->
            new DesignNumbers(
                cluster.id(),
                count,
                known(cluster, Attributes.HEARTBEAT),
                known(cluster, Attributes.ELECTION_TIMEOUT)));
  }

  private static <T> Optional<T> known(Cluster cluster, Attribute<T> attribute) {
    return cluster.fact(attribute).value();
  }

  /** Sites of the members, if the design names any. */
  public Optional<String> sites() {
    return Optional.empty();
  }

  /** The time between any two sites and back, if the design says. */
  public Optional<String> roundTrip() {
    return Optional.empty();
  }

  /** The members by name. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int member = 1; member <= nodes; member++) {
      names.add(cluster + "-" + member);
    }
    return names;
  }

  /** Its times as numbers of a protocol, as far as the protocol has such. */
  public Map<String, String> with(String protocol) {
    List<String> knobs =
        Experiments.named(protocol).map(one -> one.card().knobs()).orElse(List.of()).stream()
            .map(Knob::name)
            .toList();
    Map<String, String> with = new LinkedHashMap<>();
    heartbeat.ifPresent(time -> with.put("heartbeat", time.toMillis() + "ms"));
    election.ifPresent(
        time -> {
          with.put("election-least", time.toMillis() + "ms");
          with.put("election-most", 2 * time.toMillis() + "ms");
        });
    with.keySet().retainAll(knobs);
    return with;
  }
}
