package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Property;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.PrimaryBackup;
import godmode.simulate.model.PrimaryBackup.Action;
import java.util.List;

/** A failover: asynchronous or not, with two nodes or more, with an arbiter or without. */
@AutoService(NamedModel.class)
public final class PrimaryBackupModel implements NamedModel {
  @Override
  public String name() {
    return "primary-backup";
  }

  @Override
  public String about() {
    return "a failover; may-wait=true asks only whether writes are lost";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    PrimaryBackup model =
        new PrimaryBackup(
            numbers.number("replicas", 1),
            numbers.number("waits", 0),
            numbers.number("votes", 1),
            numbers.number("arbiters", 0),
            numbers.flag("freshest", true),
            numbers.flag("failover", true));
    boolean mayWait = numbers.flag("may-wait", true);
    return new Scenario<>(
        model,
        mayWait
            ? PrimaryBackup.KEPT
            : new Property<>(PrimaryBackup.KEPT.holds(), PrimaryBackup.ANSWERED.waits()),
        PrimaryBackup.GOALS,
        new Tale<>(
            "What the client was told is safe is on the node that serves after a failover"
                + (mayWait ? "." : ", and the client is answered."),
            List.of(
                "replicas=" + model.replicas(),
                "waits=" + model.waits() + " (replicas that have a write before it is safe)",
                "votes=" + model.votes(),
                "arbiters=" + model.arbiters(),
                "freshest=" + model.freshest(),
                "failover=" + model.failover(),
                "1 write",
                "the primary stops, or is cut off from all but its client"),
            (before, action, after) -> told(action),
            (last, stuck) ->
                stuck
                    ? "The client waits, and nothing can happen while this lasts."
                    : "The write that the client was told is safe is not on replica "
                        + last.leads()
                        + ", which serves now."));
  }

  private static Said told(Action action) {
    String replica = "replica " + action.node();
    return switch (action.act()) {
      case SEND -> Said.to("the client", "sends a write", "the primary");
      case STORE -> Said.of("the primary", "stores it");
      case SHIP -> Said.to(replica, "gets it from the primary", "the primary");
      case ACKNOWLEDGE -> Said.to("the primary", "says that it is safe", "the client");
      case STOP -> Said.of("the primary", "stops for good");
      case CUT -> Said.of("the network", "cuts the primary off from all but its client");
      case STEP_DOWN -> Said.of("the primary", "sees that it is alone, and serves no more");
      case PROMOTE -> Said.of(replica, "becomes primary");
      case STORE_AGAIN -> Said.of(replica, "stores the write, which the client sends again");
      case ACKNOWLEDGE_AGAIN -> Said.to(replica, "says that it is safe", "the client");
    };
  }
}
