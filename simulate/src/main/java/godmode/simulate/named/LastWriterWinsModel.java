package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.LastWriterWins;
import java.util.List;

/** Two copies that keep the later of two writes, by their own clocks. */
@AutoService(NamedModel.class)
public final class LastWriterWinsModel implements NamedModel {
  @Override
  public String name() {
    return "last-writer-wins";
  }

  @Override
  public String about() {
    return "two copies that keep the later write, by clocks that differ";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    LastWriterWins model =
        new LastWriterWins(
            numbers.number("skew", 5), numbers.number("apart", 1), numbers.flag("logical", false));
    return new Scenario<>(
        model,
        LastWriterWins.LATER_STAYS,
        LastWriterWins.GOALS,
        new Tale<>(
            "A change that was made in knowledge of another one replaces it.",
            List.of(
                "skew=" + model.skew() + " (ticks between the clocks)",
                "apart=" + model.apart() + " (ticks between the writes)",
                "logical=" + model.logical(),
                "2 copies",
                "2 writes, the second one after reading the first"),
            (before, act, after) -> told(act, before, after),
            (last, stuck) ->
                "The second user was told that the change is kept, and the first value stays."));
  }

  private static Said told(
      LastWriterWins.Act act, LastWriterWins.World before, LastWriterWins.World after) {
    return switch (act) {
      case WRITE_FIRST -> Said.to("user 1", "writes; copy 1 stamps it " + after.first(), "copy 1");
      case CARRY_OVER -> Said.to("copy 1", "sends it to copy 2", "copy 2");
      case READ_AND_WRITE_SECOND ->
          Said.to(
              "user 2",
              after.secondIs() == 2
                  ? "reads it and writes; copy 2 stamps it " + after.second()
                  : "reads it and writes; copy 2 stamps it lower than "
                      + before.second()
                      + " and keeps the older value",
              "copy 2");
      case CARRY_BACK -> Said.to("copy 2", "sends it to copy 1", "copy 1");
    };
  }
}
