package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.Redlock;
import godmode.simulate.model.Redlock.Action;
import java.util.List;

/** A lock on several independent Redis nodes. */
@AutoService(NamedModel.class)
public final class RedlockModel implements NamedModel {
  @Override
  public String name() {
    return "redlock";
  }

  @Override
  public String about() {
    return "a lock on several independent nodes, most of which grant it";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    int nodes = numbers.number("nodes", 5);
    Redlock model =
        new Redlock(
            nodes,
            numbers.number("needed", Majority.of(nodes)),
            numbers.number("restarts", 1),
            numbers.flag("remembers", false),
            numbers.number("jumps", 0));
    return new Scenario<>(
        model,
        Redlock.EXCLUSIVE,
        Redlock.GOALS,
        new Tale<>(
            "One client at most holds the lock, before its time has run out.",
            List.of(
                "nodes=" + model.nodes(),
                "needed=" + model.needed(),
                "restarts=" + model.restarts(),
                "remembers=" + model.remembers(),
                "jumps=" + model.jumps() + " (of clocks)",
                "2 clients"),
            (before, action, after) -> told(action),
            (last, stuck) -> "Both clients hold the lock, and the time of neither has run out."));
  }

  private static Said told(Action action) {
    String client = "client " + (action.client() + 1);
    String node = "node " + (action.node() + 1);
    return switch (action.act()) {
      case GRANT -> Said.to(node, "grants the lock to " + client, client);
      case HOLD -> Said.of(client, "has enough grants, and holds the lock");
      case RESTART -> Said.of(node, "restarts, and has forgotten its key");
      case JUMP -> Said.of(node, "drops its key early, because its clock jumps ahead");
    };
  }
}
