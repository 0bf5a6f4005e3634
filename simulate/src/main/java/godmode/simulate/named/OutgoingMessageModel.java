package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.OutgoingMessage;
import godmode.simulate.model.OutgoingMessage.Way;
import java.util.List;

/** A change and a message that tells of it, with and without an outbox. */
@AutoService(NamedModel.class)
public final class OutgoingMessageModel implements NamedModel {
  @Override
  public String name() {
    return "outgoing-message";
  }

  @Override
  public String about() {
    return "a change and a message that tells of it; outbox=true";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    boolean outbox = numbers.flag("outbox", false);
    boolean brokerFirst = numbers.flag("broker-first", false);
    Way other = brokerFirst ? Way.BROKER_THEN_DATABASE : Way.DATABASE_THEN_BROKER;
    OutgoingMessage model = new OutgoingMessage(outbox ? Way.OUTBOX : other);
    return new Scenario<>(
        model,
        OutgoingMessage.BOTH_OR_NEITHER,
        OutgoingMessage.GOALS,
        new Tale<>(
            "The change is in the database and the message at the broker, or neither, sooner or"
                + " later.",
            List.of("outbox=" + outbox, "broker-first=" + brokerFirst, "1 request", "1 crash"),
            (before, act, after) -> told(act),
            (last, stuck) ->
                last.changed()
                    ? "The change is made, and nobody will ever tell of it."
                    : "Everybody was told of a change that was never made."));
  }

  private static Said told(OutgoingMessage.Act act) {
    return switch (act) {
      case ASK -> Said.to("a client", "asks for a change", "the service");
      case CHANGE -> Said.to("the service", "commits the change", "the database");
      case CHANGE_AND_NOTE ->
          Said.to("the service", "commits the change and the message together", "the database");
      case PUBLISH -> Said.to("the service", "publishes the message", "the broker");
      case RELAY -> Said.to("the relay", "publishes the message", "the broker");
      case MARK_SENT -> Said.to("the relay", "marks the message as sent", "the database");
      case CRASH -> Said.of("the service", "crashes");
      case RESTART -> Said.of("the service", "starts again, and knows what the database holds");
    };
  }
}
