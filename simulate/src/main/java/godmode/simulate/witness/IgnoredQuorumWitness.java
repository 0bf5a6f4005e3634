package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.SplitCluster;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two sides of a partition that both go on. */
@AutoService(Witness.class)
public final class IgnoredQuorumWitness implements Witness {
  private static final int MEMBERS_MAX = 9;

  /** Settings with which a side that is no majority never stops. */
  private static final Set<String> GO_ON = Set.of("pc.ignore_sb", "pc.ignore_quorum");

  @Override
  public String rule() {
    return "ignored-quorum";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)) {
      return Optional.empty();
    }
    Optional<Integer> members =
        cluster.fact(Attributes.MEMBERS).value().filter(n -> n >= 2 && n <= MEMBERS_MAX);
    if (!(cluster.fact(Attributes.QUORUM_OVERRIDE) instanceof Fact.Unknown)) {
      return members.flatMap(
          n ->
              cluster
                  .fact(Attributes.QUORUM_OVERRIDE)
                  .value()
                  .map(setting -> overridden(cluster, n, setting)));
    }
    if (cluster
        .fact(Attributes.VERSION)
        .value()
        .filter(version -> version.matches("4\\.([3-9]|\\d\\d).*|[5-9]\\..*"))
        .isPresent()) {
      return Optional.empty();
    }
    Optional<String> handling =
        cluster
            .fact(Attributes.PARTITION_HANDLING)
            .value()
            .filter(word -> word.equals("ignore") || word.equals("pause_minority"));
    return members.flatMap(
        n ->
            handling.map(
                word ->
                    split(
                        cluster,
                        new SplitCluster(n, word.equals("pause_minority"), false),
                        "cluster_partition_handling=" + word)));
  }

  /** A switch for one start by hand; or one with which both sides go on at once. */
  private static Scenario<?, ?> overridden(Cluster cluster, int n, String setting) {
    return split(cluster, new SplitCluster(n, !GO_ON.contains(setting), true), setting + " is set");
  }

  private static Scenario<?, ?> split(Cluster cluster, SplitCluster model, String setting) {
    List<String> nodes = Cast.nodes(cluster, model.members());
    int all = (1 << model.members()) - 1;
    String what = cluster.runs("rabbitmq") ? "a queue" : "an item";
    return new Scenario<>(
        model,
        SplitCluster.ONE_SIDE,
        SplitCluster.GOALS,
        new Tale<>(
            "At most one side of a split of "
                + cluster.id()
                + " tells a client that a change is kept.",
            List.of(
                Cast.count(model.members(), "member", "members"),
                setting,
                "every split in two sides",
                "1 change on each side"),
            (before, action, after) -> told(action, after, nodes, all, what),
            (last, stuck) ->
                "Both sides took a change, and do not come together again by themselves: one of"
                    + " the two is thrown away."));
  }

  private static Said told(
      SplitCluster.Action action,
      SplitCluster.World after,
      List<String> nodes,
      int all,
      String what) {
    int members = action.side() == 1 ? after.other() : all & ~after.other();
    String side = Cast.set(nodes, members);
    return switch (action.act()) {
      case SPLIT ->
          Said.of("the network", "splits the members in two")
              .with(Cast.set(nodes, all & ~after.other()) + " | " + Cast.set(nodes, after.other()));
      case PAUSE ->
          Said.of(
              side,
              Integer.bitCount(members) == 1
                  ? "stops: it is no majority"
                  : "stop: they are no majority");
      case RESTART ->
          Said.of(
              Cast.set(nodes, Integer.lowestOneBit(members)),
              "restarts, and begins a cluster of its own with the data it has");
      case CHANGE ->
          Said.to("a client of " + side, "changes " + what + ", and is told that it is kept", side);
    };
  }
}
