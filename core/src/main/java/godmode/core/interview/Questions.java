package godmode.core.interview;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.evidence.Component;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import godmode.core.review.Ground;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns open decisions into questions: what was detected, what may be answered, what fits. */
public final class Questions {
  /** Facts shown beside a question; what does not bear on a choice is left out. */
  private static final List<Attribute<?>> SHOWN =
      List.of(
          Attributes.MEMBERS,
          Attributes.REPLICATION_FACTOR,
          Attributes.MIN_INSYNC_REPLICAS,
          Attributes.READ_QUORUM,
          Attributes.WRITE_QUORUM,
          Attributes.PERSISTENT);

  private final Topology topology;
  private final List<Design> designs;

  private Questions(Topology topology, List<Design> designs) {
    this.topology = topology;
    this.designs = designs;
  }

  /** The question that an open decision of a review asks. */
  public static Question of(OpenDecision decision, Review review) {
    return new Questions(review.topology(), review.designs()).question(decision);
  }

  private Question question(OpenDecision decision) {
    List<Cluster> clusters = clusters(decision);
    Set<Ground> detected = new LinkedHashSet<>();
    for (Cluster cluster : clusters) {
      technology(cluster, detected);
      for (Attribute<?> attribute : SHOWN) {
        grounds(cluster.id(), cluster.detected().get(attribute), detected);
      }
    }
    for (Guard guard : guards(decision)) {
      grounds(guard.id(), guard.facts().get(Attributes.MECHANISM), detected);
      grounds(guard.id(), guard.facts().get(Attributes.FENCING_TOKEN), detected);
    }
    return new Question(
        decision.path(),
        decision.question(),
        decision.rules(),
        List.copyOf(detected),
        choices(decision.attribute()),
        example(decision.attribute()),
        Proposals.of(decision, clusters, guards(decision), designs),
        decision.isGate());
  }

  /** The stores a decision is about, in every environment. */
  private List<Cluster> clusters(OpenDecision decision) {
    List<Cluster> clusters = new ArrayList<>();
    for (Design design : designs) {
      for (Cluster cluster : design.clusters()) {
        if (decision.subjects().contains(cluster.id())) {
          clusters.add(cluster);
        }
      }
    }
    return clusters;
  }

  private List<Guard> guards(OpenDecision decision) {
    if (!decision.attribute().record().startsWith("guard.")) {
      return List.of();
    }
    return designs.stream()
        .flatMap(design -> design.guards().stream())
        .filter(guard -> decision.subjects().contains(guard.id()))
        .filter(guard -> decision.path().startsWith(guard.kind().section() + "."))
        .toList();
  }

  private void technology(Cluster cluster, Set<Ground> detected) {
    topology.component(cluster.id()).map(Component::sightings).orElse(List.of()).stream()
        .findFirst()
        .ifPresent(
            seen ->
                detected.add(
                    new Ground(
                        cluster.id() + ": " + cluster.product(),
                        new Origin.Detected(seen.at(), seen.detector(), Directness.STATED))));
  }

  private static void grounds(String subject, Fact<?> fact, Set<Ground> detected) {
    for (Ground ground : Ground.of(fact)) {
      detected.add(new Ground(subject + ": " + ground.text(), ground.origin()));
    }
  }

  /** Every legal answer to what an attribute asks; empty where any text will do. */
  public static List<Choice> choices(Attribute<?> attribute) {
    return switch (attribute.name()) {
      case "reads" -> Choices.READS;
      case "partition" -> Choices.PARTITION;
      case "else" -> Choices.ELSE;
      case "conflicts" -> Choices.CONFLICTS;
      case "replication-style" -> Choices.REPLICATION_STYLE;
      case "purpose" -> Choices.PURPOSE;
      case "consistency" -> Choices.CONSISTENCY;
      case "consensus-protocol" -> Choices.CONSENSUS_PROTOCOL;
      case "sharding-strategy" -> Choices.SHARDING_STRATEGY;
      default -> List.of();
    };
  }

  /** What may be typed, as on a command line: alternatives, or an example. */
  public static String hint(Attribute<?> attribute) {
    List<Choice> choices = choices(attribute);
    return choices.isEmpty()
        ? quoted(example(attribute))
        : choices.stream()
            .map(Choice::value)
            .map(value -> value.equals(Choices.STALE) ? quoted(value + " 5s") : value)
            .collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    return text.matches("[\\w./-]+") ? text : "'" + text + "'";
  }

  /** An answer as it may be typed. */
  public static String example(Attribute<?> attribute) {
    return switch (attribute.name()) {
      case "reads" -> Choices.STALE + " 5s";
      case "fencing-token" -> "the revision of the lock key, or none";
      case "fencing-checked-by" -> "orders-db, or nothing";
      case "operations" -> "reserve-stock on orders, show-catalog";
      case "consensus-because" -> "five members over three zones survive the loss of any zone";
      case "sharding-key" -> "customer id";
      case "partition-detection" -> "three missed heartbeats, 9 s";
      case "partition-during" -> "the minority side refuses writes, reads go on";
      case "partition-healing" -> "lagging replicas fetch from the leader";
      case "partition-after" -> "a nightly job compares both sides and reports differences";
      case "experiments" -> "isolate the leader for 60 s, stop every member in one zone";
      default -> choices(attribute).isEmpty() ? "" : choices(attribute).get(0).value();
    };
  }
}
