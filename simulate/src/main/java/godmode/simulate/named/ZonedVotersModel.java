package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.core.quorum.Majority;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.ZonedVoters;
import godmode.simulate.model.ZonedVoters.Action;
import java.util.List;
import java.util.stream.Collectors;

/** Voters spread over zones, of which one is lost. */
@AutoService(NamedModel.class)
public final class ZonedVotersModel implements NamedModel {
  @Override
  public String name() {
    return "zoned-voters";
  }

  @Override
  public String about() {
    return "voters spread evenly over zones, some of which are lost";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    int voters = numbers.number("voters", 3);
    int zones = numbers.number("zones", 2);
    if (zones < 1) {
      throw new IllegalArgumentException("zones=" + zones + ": there is 1 at least");
    }
    if (voters < 1) {
      throw new IllegalArgumentException("voters=" + voters + ": there is 1 at least");
    }
    int needed = numbers.number("needed", Majority.of(voters));
    ZonedVoters model =
        new ZonedVoters(ZonedVoters.even(voters, zones), needed, numbers.number("losses", 1));
    return new Scenario<>(
        model,
        ZonedVoters.SOME_LEADER,
        ZonedVoters.GOALS,
        new Tale<>(
            "A leader is elected, whichever zone is lost.",
            List.of(
                "voters=" + voters + " in zones of " + sizes(model),
                "needed=" + needed,
                "losses=" + model.losses() + " (of zones)"),
            (before, action, after) -> told(model, action),
            (last, stuck) ->
                "No leader while this lasts: "
                    + left(voters - model.voters(last.lost()))
                    + ", and "
                    + needed
                    + " votes are needed."));
  }

  private static String sizes(ZonedVoters model) {
    return model.places().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String left(int voters) {
    return voters == 1 ? "1 voter is left" : voters + " voters are left";
  }

  private static Said told(ZonedVoters model, Action action) {
    String zone = "zone " + (action.place() + 1);
    int voters = model.places().get(action.place());
    return switch (action.act()) {
      case LOSE ->
          Said.of(
              zone,
              voters == 1 ? "is lost with its voter" : "is lost with its " + voters + " voters");
      case VOTE -> Said.of(zone, voters == 1 ? "gives its vote" : "gives " + voters + " votes");
      case LEAD -> Said.of(zone, "has the leader");
    };
  }
}
