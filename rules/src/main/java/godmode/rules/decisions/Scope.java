package godmode.rules.decisions;

import static godmode.core.review.Outcome.notApplicable;

import godmode.core.catalog.Consensus;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.review.Outcome;
import godmode.rules.Reading;
import java.util.Optional;

/** To which designs and clusters the questions of distribution apply. */
final class Scope {
  private Scope() {}

  /** Why a design owes no answer; empty when it does. */
  static Optional<Outcome> outside(Design design) {
    return design.classification().isDistributed()
        ? Optional.empty()
        : Optional.of(
            notApplicable(
                "%s is not distributed: %s", design.id(), design.classification().because()));
  }

  /** Why a cluster owes no answer; empty when it does. */
  static Optional<Outcome> outside(Cluster cluster, Design design) {
    return cluster.type().keepsState()
        ? outside(design)
        : Optional.of(notApplicable("%s keeps no state", cluster.id()));
  }

  /** Whether a cluster may have two sides: it keeps state, and is not known to be one member. */
  static boolean mayHaveTwoSides(Cluster cluster) {
    return cluster.type().keepsState() && !Reading.is(cluster.fact(Attributes.MEMBERS), 1);
  }

  /**
   * The protocol by which all members agree on what they hold; empty where they do not. Brokers are
   * left out: what Raft does in Kafka and RabbitMQ depends on version and queue type.
   */
  static Optional<String> consensus(Cluster cluster) {
    return cluster
        .technology()
        .filter(known -> cluster.type() != ComponentType.BROKER)
        .filter(known -> known.quorum("members").or(() -> known.quorum("copies")).isPresent())
        .flatMap(Technology::consensus)
        .filter(Scope::agrees)
        .map(known -> known.protocol().word());
  }

  private static boolean agrees(Consensus consensus) {
    return switch (consensus.protocol()) {
      case RAFT, ZAB, PAXOS, VIRTUAL_SYNCHRONY, MAJORITY_VOTING -> true;
      case PRIMARY_BACKUP, GOSSIP, DELEGATED, MANAGED, NONE -> false;
    };
  }
}
