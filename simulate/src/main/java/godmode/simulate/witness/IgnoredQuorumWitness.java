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

/** Two sides of a partition that both go on. */
@AutoService(Witness.class)
public final class IgnoredQuorumWitness implements Witness {
  private static final int MEMBERS_MAX = 9;

  @Override
  public String rule() {
    return "ignored-quorum";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster cluster)
        || !(cluster.fact(Attributes.QUORUM_OVERRIDE) instanceof Fact.Unknown)
        || cluster
            .fact(Attributes.VERSION)
            .value()
            .filter(version -> version.matches("4\\.([3-9]|\\d\\d).*|[5-9]\\..*"))
            .isPresent()) {
      return Optional.empty();
    }
    Optional<Integer> members =
        cluster.fact(Attributes.MEMBERS).value().filter(n -> n >= 2 && n <= MEMBERS_MAX);
    Optional<String> handling =
        cluster
            .fact(Attributes.PARTITION_HANDLING)
            .value()
            .filter(word -> word.equals("ignore") || word.equals("pause_minority"));
    return members.flatMap(
        n -> handling.map(word -> split(cluster, n, word.equals("pause_minority"), word)));
  }

  private static Scenario<?, ?> split(Cluster cluster, int n, boolean pauses, String word) {
    SplitCluster model = new SplitCluster(n, pauses);
    List<String> nodes = Cast.nodes(cluster, n);
    int all = (1 << n) - 1;
    return new Scenario<>(
        model,
        SplitCluster.ONE_SIDE,
        SplitCluster.GOALS,
        new Tale<>(
            "At most one side of a split of "
                + cluster.id()
                + " tells a client that a change is kept.",
            List.of(
                Cast.count(n, "member", "members"),
                "cluster_partition_handling=" + word,
                "every split in two sides",
                "1 change on each side"),
            (before, action, after) -> told(action, after, nodes, all),
            (last, stuck) ->
                "Both sides took a change, and do not come together again by themselves: one of"
                    + " the two is thrown away."));
  }

  private static Said told(
      SplitCluster.Action action, SplitCluster.World after, List<String> nodes, int all) {
    int members = action.side() == 1 ? after.other() : all & ~after.other();
    String side = Cast.set(nodes, members);
    return switch (action.act()) {
      case SPLIT ->
          Said.of("the network", "splits the members in two")
              .with(Cast.set(nodes, all & ~after.other()) + " | " + Cast.set(nodes, after.other()));
      case PAUSE -> Said.of(side, "pause: they are no majority");
      case CHANGE ->
          Said.to("a client of " + side, "changes a queue, and is told that it is kept", side);
    };
  }
}
