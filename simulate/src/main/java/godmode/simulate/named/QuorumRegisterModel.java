package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.PackedQuorumRegister;
import godmode.simulate.model.QuorumRegister;
import godmode.simulate.model.QuorumRegister.Action;
import godmode.simulate.model.QuorumRegister.World;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes of several copies. With two readers it shows why R + W > N is not linearizable:
 * one reader sees the new value while the write is under way, the next one the old value again.
 */
@AutoService(NamedModel.class)
public final class QuorumRegisterModel implements NamedModel {
  @Override
  public String name() {
    return "quorum-register";
  }

  @Override
  public String about() {
    return "some of several copies; readers=2 asks if it is linearizable";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    QuorumRegister model =
        new QuorumRegister(
            numbers.number("nodes", 3),
            numbers.number("read", 2),
            numbers.number("write", 2),
            numbers.number("writes", 1),
            numbers.number("readers", 1),
            numbers.flag("write-back", false));
    return new Scenario<>(
        model,
        QuorumRegister.FRESH,
        QuorumRegister.GOALS,
        new Tale<>(
            model.readers() == 1
                ? "A read that begins after a write was acknowledged shows it."
                : "No read shows less than was acknowledged, or shown to another reader, before it"
                    + " began.",
            List.of(
                "nodes=" + model.nodes(),
                "read=" + model.read(),
                "write=" + model.write(),
                "writes=" + model.writes(),
                "readers=" + model.readers(),
                "write-back=" + model.writeBack(),
                "messages in any order or never",
                "no node fails"),
            (before, action, after) -> told(model, action, before, after),
            (last, stuck) -> ending(last)),
        Optional.of(new PackedQuorumRegister(model, true)));
  }

  private static Said told(QuorumRegister model, Action action, World before, World after) {
    String node = "node " + (action.node() + 1);
    String reader = "reader " + (action.by() + 1);
    return switch (action.act()) {
      case BEGIN_WRITE -> Said.of("the writer", "begins to write v" + action.by());
      case STORE ->
          new Said(
              node,
              "stores v"
                  + action.by()
                  + (after.acknowledged() > before.acknowledged()
                      ? "; the writer has its " + model.write() + " and takes it for safe"
                      : ""),
              "the writer",
              node + " = v" + after.version(action.node()));
      case BEGIN_READ -> Said.of(reader, "begins to read");
      case ANSWER ->
          Said.to(node, "answers v" + before.version(action.node()) + shown(after, action), reader);
      case STORE_BACK ->
          Said.to(reader, "stores what it read on " + node + shown(after, action), node);
    };
  }

  private static String shown(World after, Action action) {
    int shown = after.readers().get(action.by()).shown();
    return shown < 0 ? "" : "; the reader shows v" + shown;
  }

  private static String ending(World last) {
    for (int i = 0; i < last.readers().size(); i++) {
      QuorumRegister.Reader reader = last.readers().get(i);
      if (reader.shown() >= 0 && reader.shown() < reader.floor()) {
        return "Reader "
            + (i + 1)
            + " shows v"
            + reader.shown()
            + ", although v"
            + reader.floor()
            + (reader.floor() <= last.acknowledged()
                ? " was acknowledged"
                : " was shown to the other")
            + " before it began.";
      }
    }
    throw new IllegalStateException("every read is fresh: " + last);
  }
}
