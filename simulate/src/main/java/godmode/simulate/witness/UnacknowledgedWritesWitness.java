package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.KafkaPartition;
import godmode.simulate.model.PrimaryBackup;
import godmode.simulate.model.UnansweredWrite;
import java.util.List;
import java.util.Optional;

/** A write that a client takes for done before the copies have it, and a member that fails. */
@AutoService(Witness.class)
public final class UnacknowledgedWritesWitness implements Witness {
  private static final int COPIES_MAX = 5;
  private static final int COPIES_ASSUMED = 3;

  @Override
  public String rule() {
    return "unacknowledged-writes";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Link link)) {
      return Optional.empty();
    }
    Optional<String> by = link.fact(Attributes.ACKNOWLEDGED_BY).value();
    return design
        .cluster(link.target())
        .flatMap(
            target ->
                by.flatMap(
                    who ->
                        target
                            .fact(Attributes.MEMBERS)
                            .value()
                            .flatMap(members -> scenario(link, target, who, members))));
  }

  private static Optional<Scenario<?, ?>> scenario(
      Link link, Cluster target, String by, int members) {
    if (by.equals("none")) {
      return Optional.of(unanswered(link.source(), target.id()));
    }
    boolean leaderAlone = by.equals("leader");
    if (target.runs("kafka")) {
      return partition(link, target, members, leaderAlone);
    }
    return target.runs("mongodb")
        ? replicaSet(link, target, members, leaderAlone)
        : Optional.empty();
  }

  /** A producer, a leader and its copies; topics may have copies of their own, unseen. */
  private static Optional<Scenario<?, ?>> partition(
      Link link, Cluster target, int members, boolean leaderAlone) {
    Fact<Integer> factor = target.fact(Attributes.REPLICATION_FACTOR);
    boolean written = Cast.isWritten(factor);
    int copies = written ? factor.value().orElse(0) : Math.min(members, COPIES_ASSUMED);
    // One copy of a record on one of several brokers has nobody to take over.
    if (copies < 1 || copies > Math.min(members, COPIES_MAX) || (copies == 1 && members > 1)) {
      return Optional.empty();
    }
    int min =
        target.fact(Attributes.MIN_INSYNC_REPLICAS).value().filter(n -> n <= copies).orElse(1);
    KafkaPartition model = new KafkaPartition(copies, min, !leaderAlone, false, 1, true, 1, 0);
    return Optional.of(
        new Scenario<>(
            model,
            KafkaPartition.LEADER_HAS_ALL,
            KafkaPartition.GOALS,
            new PartitionStory(
                model,
                "What "
                    + link.source()
                    + " was told is safe is on the broker of "
                    + target.id()
                    + " that leads next.",
                target.id(),
                link.source(),
                Cast.nodes(target, copies),
                written ? List.of() : List.of("no file says how many copies a topic has"))));
  }

  /** A primary, its copies, and an election among a majority. */
  private static Optional<Scenario<?, ?>> replicaSet(
      Link link, Cluster target, int members, boolean primaryAlone) {
    int arbiters = target.fact(Attributes.ARBITERS).value().orElse(0);
    int data = members - arbiters;
    int majority = Majority.of(members);
    // Without a majority beside the primary, nobody takes over.
    if (data < 2 || data > COPIES_MAX || members - 1 < majority || data < majority) {
      return Optional.empty();
    }
    return Optional.of(
        ShippedWrite.scenario(
            new PrimaryBackup(
                data - 1, primaryAlone ? 0 : majority - 1, majority, arbiters, true, true),
            target,
            link.source(),
            ""));
  }

  private static Scenario<?, ?> unanswered(String client, String store) {
    return new Scenario<>(
        new UnansweredWrite(false),
        UnansweredWrite.KEPT,
        UnansweredWrite.GOALS,
        new Tale<>(
            "What " + client + " takes for done is in " + store + ".",
            List.of(
                client + " waits for no answer",
                "1 write",
                "the connection breaks once while it is under way"),
            (before, act, after) -> told(act, client, store),
            (last, stuck) ->
                client + " goes on, and never hears that " + store + " did not get its write."));
  }

  private static Said told(UnansweredWrite.Act act, String client, String store) {
    return switch (act) {
      case SEND -> Said.to(client, "sends a write", store);
      case BREAK -> Said.of("the connection", "breaks, and the write with it");
      case STORE -> Said.of(store, "stores it");
      case TAKE_FOR_DONE -> Said.of(client, "takes the write for done");
    };
  }
}
