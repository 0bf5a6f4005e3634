package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.Saga;
import godmode.simulate.model.Saga.Action;
import java.util.ArrayList;
import java.util.List;

/** A transaction in steps, with and without compensation and idempotency. */
@AutoService(NamedModel.class)
public final class SagaModel implements NamedModel {
  @Override
  public String name() {
    return "saga";
  }

  @Override
  public String about() {
    return "a transaction in steps, of which one may be refused";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    Saga model =
        new Saga(
            numbers.number("steps", 2),
            numbers.flag("compensates", true),
            numbers.flag("idempotent", false),
            numbers.number("losses", 1));
    return new Scenario<>(
        model,
        model.allOrNothing(),
        model.goals(),
        new Tale<>(
            "When it has ended, every step is in effect once, or none is.",
            List.of(
                "steps=" + model.steps(),
                "compensates=" + model.compensates(),
                "idempotent=" + model.idempotent(),
                "losses=" + model.losses() + " (of replies)"),
            (before, action, after) -> told(action),
            (last, stuck) -> ending(model, last)));
  }

  private static Said told(Action action) {
    String service = "service " + (action.service() + 1);
    String saga = "the saga";
    return switch (action.act()) {
      case DO -> Said.to(service, "does its step", saga);
      case REPLY -> Said.to(service, "replies", saga);
      case LOSE_REPLY ->
          Said.of("the network", "loses the reply of " + service + "; it is asked again");
      case REFUSE -> Said.to(service, "refuses its step", saga);
      case UNDO -> Said.to(service, "undoes its step", saga);
    };
  }

  private static String ending(Saga model, Saga.World last) {
    List<String> effects = new ArrayList<>();
    for (int service = 0; service < model.steps(); service++) {
      effects.add("step " + (service + 1) + " " + times(last.effect(service)));
    }
    return "It has ended; in effect are " + String.join(", ", effects) + ".";
  }

  private static String times(int effect) {
    return effect == 0 ? "never" : effect == 1 ? "once" : effect == 2 ? "twice" : effect + " times";
  }
}
