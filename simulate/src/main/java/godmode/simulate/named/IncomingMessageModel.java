package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.IncomingMessage;
import java.util.List;

/** A consumer of messages that come at least once, with and without an inbox. */
@AutoService(NamedModel.class)
public final class IncomingMessageModel implements NamedModel {
  @Override
  public String name() {
    return "incoming-message";
  }

  @Override
  public String about() {
    return "a consumer that may crash; inbox=true notes what it took";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    IncomingMessage model =
        new IncomingMessage(
            numbers.flag("acknowledges-first", false), numbers.flag("inbox", false));
    return new Scenario<>(
        model,
        IncomingMessage.ONCE,
        IncomingMessage.GOALS,
        new Tale<>(
            "A message takes effect once.",
            List.of(
                "acknowledges-first=" + model.acknowledgesFirst(),
                "inbox=" + model.inbox(),
                "1 message",
                "1 crash"),
            (before, act, after) -> told(act),
            (last, stuck) ->
                stuck
                    ? "The broker has forgotten the message, and it never took effect."
                    : "The message took effect twice."));
  }

  private static Said told(IncomingMessage.Act act) {
    return switch (act) {
      case DELIVER -> Said.to("the broker", "delivers the message", "the consumer");
      case APPLY -> Said.to("the consumer", "does what it says, and commits", "the database");
      case SKIP ->
          Said.to("the consumer", "finds it in its inbox, and does nothing", "the database");
      case ACKNOWLEDGE -> Said.to("the consumer", "acknowledges it", "the broker");
      case CRASH -> Said.of("the consumer", "crashes");
      case RESTART -> Said.of("the consumer", "starts again");
    };
  }
}
