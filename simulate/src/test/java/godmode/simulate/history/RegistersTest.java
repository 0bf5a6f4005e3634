package godmode.simulate.history;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.chance.Chance;
import godmode.simulate.kernel.Journal;
import godmode.simulate.kernel.JournalOf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistersTest {
  private static final Event.Edge[] EDGES = Event.Edge.values();

  private static Journal journal(List<Event> events) {
    JournalOf journal = new JournalOf();
    for (Event event : events) {
      journal.add(
          event.client(), Journal.Edge.valueOf(event.edge().name()), event.item(), event.value());
    }
    return journal.journal();
  }

  /** A history of one register: whoever writes writes a new value, whoever reads reads any. */
  private static List<Event> random(Chance chance, int events) {
    List<Event> all = new ArrayList<>();
    Event[] open = new Event[3];
    int values = 0;
    for (int i = 0; i < events; i++) {
      int client = chance.below(open.length);
      Event begun = open[client];
      Event next;
      if (begun == null) {
        boolean writes = chance.below(2) == 0;
        next = new Event(client, EDGES[writes ? 0 : 2], 0, writes ? ++values : 0);
        open[client] = next;
      } else {
        boolean writes = begun.edge() == Event.Edge.BEGIN_WRITE;
        int value = writes ? begun.value() : chance.below(values + 1);
        next = new Event(client, EDGES[writes ? 1 : 3], 0, value);
        open[client] = null;
      }
      all.add(next);
    }
    return all;
  }

  @Test
  void zones_decide_as_the_search_of_wing_and_gong_does() {
    Chance chance = new Chance(3);
    int sound = 0;
    int wrong = 0;
    for (int round = 0; round < 30_000; round++) {
      List<Event> events = random(chance, 4 + chance.below(14));
      boolean searched = Guarantee.LINEARIZABLE.keeps(new History(events));
      assertThat(Registers.linearizable(journal(events)).isEmpty())
          .as("%s", events)
          .isEqualTo(searched);
      sound += searched ? 1 : 0;
      wrong += searched ? 0 : 1;
    }
    assertThat(sound).isGreaterThan(3_000);
    assertThat(wrong).isGreaterThan(3_000);
  }

  private static Event event(int client, Event.Edge edge, int value) {
    return new Event(client, edge, 0, value);
  }

  @Test
  void a_stale_read_is_counted_and_told() {
    Journal journal =
        journal(
            List.of(
                event(0, Event.Edge.BEGIN_WRITE, 1),
                event(0, Event.Edge.END_WRITE, 1),
                event(0, Event.Edge.BEGIN_WRITE, 2),
                event(0, Event.Edge.END_WRITE, 2),
                event(1, Event.Edge.BEGIN_READ, 0),
                event(1, Event.Edge.END_READ, 1)));

    assertThat(Registers.staleReads(journal)).isEqualTo(1);
    assertThat(Registers.linearizable(journal))
        .contains("item 0: 1 was seen until 4.000 ms, although 2 was seen by 3.000 ms");
  }

  @Test
  void a_read_of_what_nobody_has_written_is_told() {
    Journal journal =
        journal(List.of(event(1, Event.Edge.BEGIN_READ, 0), event(1, Event.Edge.END_READ, 7)));
    assertThat(Registers.linearizable(journal))
        .contains("client 1 read 7 of item 0 before anybody wrote it, at 1.000 ms");
  }
}
