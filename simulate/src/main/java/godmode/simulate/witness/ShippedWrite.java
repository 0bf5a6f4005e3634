package godmode.simulate.witness;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.PrimaryBackup;
import java.util.ArrayList;
import java.util.List;

/** The story of a write that is shipped from a primary to its copies, and of a failover. */
final class ShippedWrite {
  private ShippedWrite() {}

  /**
   * The scenario.
   *
   * @param why the model waits for so many copies, as a clause; empty where a file says it
   */
  static Scenario<?, ?> scenario(PrimaryBackup model, Cluster store, Design design, String why) {
    return scenario(model, store, Cast.clients(design, store).get(0), why);
  }

  /** The same for one of several clients. */
  static Scenario<?, ?> scenario(PrimaryBackup model, Cluster store, String client, String why) {
    List<String> nodes = Cast.nodes(store, model.replicas() + 1);
    return new Scenario<>(
        model,
        PrimaryBackup.KEPT,
        PrimaryBackup.GOALS,
        new Tale<>(
            "What " + store.id() + " acknowledged is there after a failover.",
            bounds(model, nodes.get(0), why),
            (before, action, after) -> told(action, nodes, client),
            (last, stuck) ->
                "The write that "
                    + client
                    + " was told is safe is not on "
                    + nodes.get(last.leads())
                    + ", which serves now."));
  }

  private static List<String> bounds(PrimaryBackup model, String primary, String why) {
    List<String> bounds = new ArrayList<>();
    bounds.add(Cast.count(model.replicas(), "copy", "copies") + " besides the primary");
    if (model.arbiters() > 0) {
      bounds.add(Cast.count(model.arbiters(), "arbiter", "arbiters"));
    }
    bounds.add(
        "a write waits for "
            + (model.waits() == 0 ? "no copy" : Cast.count(model.waits(), "copy", "copies"))
            + why);
    bounds.add("the copy that has most is promoted");
    bounds.add("1 write");
    bounds.add(primary + " stops, or is cut off");
    return bounds;
  }

  private static Said told(PrimaryBackup.Action action, List<String> nodes, String client) {
    String primary = nodes.get(0);
    String node = nodes.get(action.node());
    return switch (action.act()) {
      case SEND -> Said.to(client, "sends a write", primary);
      case STORE -> Said.of(primary, "stores it");
      case SHIP -> Said.to(node, "gets it from " + primary, primary);
      case ACKNOWLEDGE -> Said.to(primary, "says that it is safe", client);
      case STOP -> Said.of(primary, "stops for good");
      case CUT -> Said.of("the network", "cuts " + primary + " off from all but " + client);
      case STEP_DOWN -> Said.of(primary, "sees that it is alone, and serves no more");
      case PROMOTE -> Said.of(node, "becomes primary");
      case STORE_AGAIN -> Said.of(node, "stores the write, which " + client + " sends again");
      case ACKNOWLEDGE_AGAIN -> Said.to(node, "says that it is safe", client);
    };
  }
}
