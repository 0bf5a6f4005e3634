package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.ReadThenWrite;
import godmode.simulate.model.ReadThenWrite.Action;
import godmode.simulate.model.ReadThenWrite.World;
import java.util.List;

/** Clients that read a value, maybe from a replica, and write what they make of it. */
@AutoService(NamedModel.class)
public final class ReadThenWriteModel implements NamedModel {
  @Override
  public String name() {
    return "read-then-write";
  }

  @Override
  public String about() {
    return "clients that read a counter, add one and write the sum";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    ReadThenWrite model =
        new ReadThenWrite(
            numbers.number("clients", 2),
            numbers.flag("from-replica", true),
            numbers.flag("compares", false));
    return new Scenario<>(
        model,
        ReadThenWrite.COUNTED,
        model.goals(),
        new Tale<>(
            "The counter counts every increment that was acknowledged.",
            List.of(
                "clients=" + model.clients() + ", 1 increment each",
                "from-replica=" + model.fromReplica(),
                "compares=" + model.compares()),
            (before, action, after) -> told(model, action, before, after),
            (last, stuck) ->
                "The counter is "
                    + last.primary()
                    + ", and more increments than that were acknowledged."));
  }

  private static Said told(ReadThenWrite model, Action action, World before, World after) {
    String client = "client " + (action.client() + 1);
    String source = model.fromReplica() ? "the replica" : "the primary";
    return switch (action.act()) {
      case READ ->
          Said.to(client, "reads " + after.read().get(action.client()) + " from " + source, source);
      case WRITE ->
          Said.to(
              client, "writes " + after.primary() + ", and is told that it is kept", "the primary");
      case REFUSE ->
          Said.to(
              "the primary",
              "refuses, because the value is " + before.primary() + " by now",
              client);
      case FOLLOW -> Said.to("the replica", "catches up", "the primary");
    };
  }
}
