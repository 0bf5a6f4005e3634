package godmode.simulate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.history.Event.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Histories in a line each: {@code a w x1} begins a write of value 1 to item x by client a, {@code
 * a ok} ends it; {@code b r x} begins a read, and {@code b x0} says what it returned.
 */
class GuaranteeTest {
  private static final Set<Guarantee> ALL = EnumSet.allOf(Guarantee.class);

  private static Set<Guarantee> kept(String... lines) {
    History history = history(lines);
    EnumSet<Guarantee> kept = EnumSet.noneOf(Guarantee.class);
    for (Guarantee guarantee : ALL) {
      if (guarantee.keeps(history)) {
        kept.add(guarantee);
      }
    }
    return kept;
  }

  private static History history(String... lines) {
    List<Event> events = new ArrayList<>();
    Event[] open = new Event[4];
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      int client = words[0].charAt(0) - 'a';
      String last = words[words.length - 1];
      int item = last.charAt(0) - 'x';
      int value = last.length() > 1 ? last.charAt(1) - '0' : 0;
      if (words[1].equals("w")) {
        open[client] = new Event(client, Edge.BEGIN_WRITE, item, value);
      } else if (words[1].equals("r")) {
        open[client] = new Event(client, Edge.BEGIN_READ, item, 0);
      } else if (words[1].equals("ok")) {
        open[client] = new Event(client, Edge.END_WRITE, open[client].item(), open[client].value());
      } else {
        open[client] = new Event(client, Edge.END_READ, item, value);
      }
      events.add(open[client]);
    }
    return new History(events);
  }

  private static Set<Guarantee> without(Guarantee... missing) {
    Set<Guarantee> left = EnumSet.copyOf(ALL);
    left.removeAll(Arrays.asList(missing));
    return left;
  }

  @Test
  void nothing_and_what_is_in_order_keep_all() {
    assertThat(kept()).isEqualTo(ALL);
    assertThat(kept("a w x1", "a ok", "b r x", "b x1", "b r x", "b x1")).isEqualTo(ALL);
  }

  @Test
  void what_overlaps_may_happen_in_either_order() {
    assertThat(kept("a w x1", "b r x", "b x1", "a ok")).isEqualTo(ALL);
    assertThat(kept("a w x1", "b r x", "b x0", "a ok")).isEqualTo(ALL);
    assertThat(kept("a w x1", "b w x2", "a ok", "b ok", "c r x", "c x1"))
        .as("the other order would do as well")
        .isEqualTo(ALL);
  }

  @Test
  void a_write_that_never_ends_may_count_or_not() {
    assertThat(kept("a w x1", "b r x", "b x1")).isEqualTo(ALL);
    assertThat(kept("a w x1", "b r x", "b x0")).isEqualTo(ALL);
  }

  @Test
  void an_old_value_after_an_acknowledged_write_is_not_linearizable_and_may_be_causal() {
    assertThat(kept("a w x1", "a ok", "b r x", "b x0")).isEqualTo(without(Guarantee.LINEARIZABLE));
  }

  /** Both reads overlap the write; the second one begins when the first has ended. */
  @Test
  void new_and_then_old_is_not_linearizable() {
    assertThat(kept("a w x1", "b r x", "b x1", "c r x", "c x0"))
        .isEqualTo(without(Guarantee.LINEARIZABLE));
    assertThat(kept("a w x1", "b r x", "c r x", "b x1", "c x0"))
        .as("the second began before the first ended")
        .isEqualTo(ALL);
  }

  @Test
  void a_client_that_misses_its_own_write() {
    assertThat(kept("a w x1", "a ok", "a r x", "a x0"))
        .isEqualTo(EnumSet.of(Guarantee.MONOTONIC_READS));
  }

  @Test
  void a_client_whose_value_goes_away_again() {
    assertThat(kept("a w x1", "b r x", "b x1", "b r x", "b x0"))
        .isEqualTo(EnumSet.of(Guarantee.READ_YOUR_WRITES));
  }

  @Test
  void an_answer_without_its_question() {
    assertThat(
            kept(
                "a w x1", "a ok", "b r x", "b x1", "b w y1", "b ok", "c r y", "c y1", "c r x",
                "c x0"))
        .isEqualTo(EnumSet.of(Guarantee.READ_YOUR_WRITES, Guarantee.MONOTONIC_READS));
    assertThat(
            kept(
                "a w x1", "a ok", "b r x", "b x0", "b w y1", "b ok", "c r y", "c y1", "c r x",
                "c x0"))
        .as("the writer had not seen it either")
        .isEqualTo(without(Guarantee.LINEARIZABLE));
  }

  @Test
  void a_value_that_nobody_wrote() {
    assertThat(kept("a w x1", "a ok", "b r x", "b x2"))
        .isEqualTo(without(Guarantee.LINEARIZABLE, Guarantee.CAUSAL));
  }

  @Test
  void an_end_without_a_begin_is_a_defect_of_the_model() {
    assertThatThrownBy(() -> kept("a x0")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> kept("a r x", "a x0", "a x0"))
        .isInstanceOf(IllegalStateException.class);
  }
}
