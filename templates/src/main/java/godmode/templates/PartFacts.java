package godmode.templates;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Subject;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.report.Part;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;

/** Which facts of a design a part rests on. */
final class PartFacts {
  private static final List<Attribute<?>> GUARD =
      List.of(
          Attributes.MECHANISM,
          Attributes.PURPOSE,
          Attributes.FENCING_TOKEN,
          Attributes.TOKEN_CHECKED_BY);

  private final Review review;
  private final Design design;
  private final List<FactRow> rows = new ArrayList<>();

  private PartFacts(Review review, Design design) {
    this.review = review;
    this.design = design;
  }

  static List<FactRow> of(Part part, Review review, Design design) {
    PartFacts facts = new PartFacts(review, design);
    switch (part) {
      case CAP -> facts.cap();
      case CONSENSUS -> facts.consensus();
      case LOCK -> facts.guards(List.of(GuardKind.LOCK));
      case SHARD -> facts.sharding();
      case CONSISTENCY -> facts.consistency();
      case LEADER -> facts.guards(List.of(GuardKind.LEADER, GuardKind.SCHEDULE));
      case PARTITION -> facts.partition();
      case TOPOLOGY, VALIDATE -> {}
    }
    return facts.rows;
  }

  private void cap() {
    for (DataClass data : DataClass.of(review)) {
      String subject = "data " + data.name();
      if (!data.stores().isEmpty()) {
        rows.add(FactRow.derived(subject, "held by " + String.join(", ", data.stores())));
      }
      rows.addAll(
          FactRow.of(
              subject,
              data.facts(),
              List.of(Attributes.READS, Attributes.PARTITION, Attributes.ELSE)));
      data.pacelc().ifPresent(c -> rows.add(FactRow.derived(subject, "PACELC " + c.word())));
    }
    clusters(Attributes.MEMBERS, Attributes.REPLICATION_FACTOR);
    all(design.operations(), Attributes.CONSISTENCY);
  }

  private void consensus() {
    add(design, Attributes.CONSENSUS_PROTOCOL, Attributes.CONSENSUS_BECAUSE);
    for (Cluster cluster : design.clusters()) {
      add(
          cluster,
          Attributes.MEMBERS,
          Attributes.VOTERS,
          Attributes.PEERS,
          Attributes.SENTINELS,
          Attributes.SENTINEL_QUORUM,
          Attributes.UNCLEAN_LEADER_ELECTION);
      majority(cluster);
    }
  }

  private void majority(Cluster cluster) {
    Voters.of(cluster)
        .ifPresent(
            v ->
                rows.add(
                    FactRow.derived(
                        cluster.id(),
                        "majority "
                            + v.quorum()
                            + " of "
                            + v.voters()
                            + ", tolerates "
                            + Values.count(v.tolerates(), "failure"))));
  }

  private void sharding() {
    add(design, Attributes.SHARDING_STRATEGY, Attributes.SHARDING_KEY);
    all(design.channels(), Attributes.PARTITIONS);
    clusters(Attributes.MEMBERS);
  }

  private void consistency() {
    all(design.operations(), Attributes.CONSISTENCY);
    for (DataClass data : DataClass.of(review)) {
      rows.addAll(
          FactRow.of(
              "data " + data.name(),
              data.facts(),
              List.of(Attributes.READS, Attributes.PARTITION, Attributes.CONFLICTS)));
    }
    clusters(
        Attributes.REPLICATION_STYLE,
        Attributes.REPLICATION_MODE,
        Attributes.REPLICATION_FACTOR,
        Attributes.MIN_INSYNC_REPLICAS,
        Attributes.READ_QUORUM,
        Attributes.WRITE_QUORUM);
  }

  private void partition() {
    add(
        design,
        Attributes.PLAN_DETECTION,
        Attributes.PLAN_DURING,
        Attributes.PLAN_HEALING,
        Attributes.PLAN_AFTER,
        Attributes.EXPERIMENTS);
    for (Cluster cluster : design.clusters()) {
      add(
          cluster,
          Attributes.PARTITION,
          Attributes.MEMBERS,
          Attributes.MIN_INSYNC_REPLICAS,
          Attributes.FAILOVER,
          Attributes.UNCLEAN_LEADER_ELECTION);
      majority(cluster);
    }
  }

  private void guards(List<GuardKind> kinds) {
    for (Guard guard : design.guards()) {
      if (kinds.contains(guard.kind())) {
        sightings(guard);
        rows.addAll(FactRow.of(guard, GUARD));
      }
    }
  }

  private void sightings(Guard guard) {
    Topology topology = review.topology();
    topology.guards().stream()
        .filter(site -> site.name().equals(guard.id()) && site.kind() == guard.kind())
        .flatMap(site -> site.sightings().stream())
        .findFirst()
        .ifPresent(
            seen ->
                rows.add(
                    FactRow.seen(
                        guard.id(), "taken by " + guard.component(), seen.at(), seen.detector())));
  }

  private void clusters(Attribute<?>... attributes) {
    all(design.clusters(), attributes);
  }

  private void all(List<? extends Subject> subjects, Attribute<?>... attributes) {
    subjects.forEach(subject -> add(subject, attributes));
  }

  private void add(Subject subject, Attribute<?>... attributes) {
    rows.addAll(FactRow.of(subject, List.of(attributes)));
  }
}
