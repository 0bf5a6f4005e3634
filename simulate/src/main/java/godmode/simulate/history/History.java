package godmode.simulate.history;

import godmode.simulate.history.Event.Edge;
import java.util.ArrayList;
import java.util.List;

/** What clients asked and were told, in order. */
public record History(List<Event> events) {
  /** Nothing yet. */
  public static final History EMPTY = new History(List.of());

  public History {
    events = List.copyOf(events);
  }

  /** The same, and then this. */
  public History and(List<Event> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Event> all = new ArrayList<>(events);
    all.addAll(more);
    return new History(all);
  }

  /** Every operation, in the order in which they began. */
  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (int at = 0; at < events.size(); at++) {
      Event event = events.get(at);
      if (event.begins()) {
        all.add(
            new Operation(
                event.client(),
                event.edge() == Edge.BEGIN_WRITE,
                event.item(),
                event.value(),
                at,
                Operation.OPEN));
      } else {
        end(all, event, at);
      }
    }
    return all;
  }

  private static void end(List<Operation> all, Event event, int at) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Operation open = all.get(i);
      if (open.client() == event.client()) {
        boolean matches =
            open.isOpen()
                && open.item() == event.item()
                && open.writes() == (event.edge() == Edge.END_WRITE);
        if (!matches) {
          throw new IllegalStateException(event + " ends what did not begin");
        }
        all.set(
            i,
            new Operation(
                open.client(), open.writes(), open.item(), event.value(), open.begin(), at));
        return;
      }
    }
    throw new IllegalStateException(event + " ends what did not begin");
  }
}
