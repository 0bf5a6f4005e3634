package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.SloppyQuorum;
import godmode.simulate.model.SloppyQuorum.Action;
import java.util.List;

/** Writes that go elsewhere while the nodes where they belong cannot be reached. */
@AutoService(NamedModel.class)
public final class SloppyQuorumModel implements NamedModel {
  @Override
  public String name() {
    return "sloppy-quorum";
  }

  @Override
  public String about() {
    return "writes that other nodes take while theirs are cut off";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    SloppyQuorum model =
        new SloppyQuorum(
            numbers.number("homes", 3),
            numbers.number("read", 2),
            numbers.number("write", 2),
            numbers.number("cuts", 2),
            numbers.flag("hands", true));
    return new Scenario<>(
        model,
        model.fresh(),
        model.goals(),
        new Tale<>(
            "A read that begins after the write was acknowledged shows it.",
            List.of(
                "homes=" + model.homes(),
                "read=" + model.read(),
                "write=" + model.write(),
                "cuts=" + model.cuts() + " between the writer and homes",
                "hands=" + model.hands() + " (over to other nodes)",
                "1 write, 1 read"),
            (before, action, after) -> told(action),
            (last, stuck) ->
                "The read shows the old value, although the write was acknowledged before it"
                    + " began."));
  }

  private static Said told(Action action) {
    String home = "node " + (action.home() + 1);
    return switch (action.act()) {
      case CUT -> Said.of("the network", "cuts the writer off from " + home);
      case STORE -> Said.to(home, "stores the write", "the writer");
      case STORE_ELSEWHERE -> Said.to("another node", "keeps the write for " + home, "the writer");
      case HAND_OVER -> Said.to("another node", "hands the write over to " + home, home);
      case BEGIN_READ -> Said.of("a reader", "begins to read; the write is acknowledged");
      case ANSWER -> Said.to(home, "answers the read", "a reader");
    };
  }
}
