package godmode.simulate.witness;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.CutOffPrimary;
import java.util.List;

/** The story of a primary that is cut off while its client still reaches it. */
final class FailedOver {
  private FailedOver() {}

  /**
   * The scenario.
   *
   * @param decides who promotes another member, as a clause
   */
  static Scenario<?, ?> scenario(
      CutOffPrimary model, Cluster cluster, Design design, String decides) {
    List<String> nodes = Cast.nodes(cluster, model.members());
    String client = Cast.clients(design, cluster).get(0);
    return new Scenario<>(
        model,
        CutOffPrimary.ALONE,
        CutOffPrimary.GOALS,
        new Tale<>(
            "No member of "
                + cluster.id()
                + " tells a client that a write is safe while another one is primary.",
            List.of(
                Cast.count(model.members(), "member", "members"),
                decides,
                model.copies() == 0
                    ? "a write waits for no other member"
                    : "a write waits for " + Cast.count(model.copies(), "other", "others"),
                "1 write",
                nodes.get(0) + " is cut off from the others, and not from " + client),
            (before, act, after) -> told(act, nodes.get(0), nodes.get(1), client),
            (last, stuck) ->
                Cast.first(client)
                    + " was told that its write is safe, by "
                    + nodes.get(0)
                    + ". "
                    + nodes.get(1)
                    + " is primary and does not have it; when they meet, it is thrown away."));
  }

  private static Said told(CutOffPrimary.Act act, String old, String other, String client) {
    return switch (act) {
      case SEND -> Said.of(client, "sends a write");
      case CUT -> Said.of("the network", "cuts " + old + ", the primary, off from the others");
      case YIELD -> Said.of(old, "takes no more writes, because it is alone");
      case PROMOTE -> Said.of(other, "becomes primary");
      case OLD_ACCEPTS -> Said.to(old, "takes the write, and says that it is safe", client);
      case NEW_ACCEPTS -> Said.to(other, "takes the write, and says that it is safe", client);
    };
  }
}
