package godmode.simulate.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private static final int EVENTS = 5;
  private static final int RUNS = 2 * 3 * 4 * 5 * 6;

  /** An event, what it follows from, and what each clock showed there. */
  private record Event(
      int at,
      int process,
      int heardFrom,
      VectorClock vector,
      LamportClock lamport,
      HybridClock hybrid) {}

  /** Every run of five events on two processes, each local or the receipt of an earlier event. */
  private static int everyRun(Consumer<List<Event>> check) {
    int runs = 0;
    int options = 2 * (EVENTS + 1);
    int all = (int) Math.pow(options, EVENTS);
    for (int code = 0; code < all; code++) {
      List<Event> events = run(code, options);
      if (events.size() == EVENTS) {
        check.accept(events);
        runs++;
      }
    }
    return runs;
  }

  private static List<Event> run(int code, int options) {
    VectorClock[] vectors = {VectorClock.of("a"), VectorClock.of("b")};
    LamportClock[] lamports = {LamportClock.of("a"), LamportClock.of("b")};
    HybridClock[] hybrids = {HybridClock.START, HybridClock.START};
    List<Event> events = new ArrayList<>();
    int rest = code;
    for (int at = 0; at < EVENTS; at++) {
      int process = rest % options % 2;
      int from = rest % options / 2 - 1;
      rest /= options;
      long now = process == 0 ? at / 2 + 3 : at; // the clock of a is ahead, and slower
      if (from < 0) {
        vectors[process] = vectors[process].tick();
        lamports[process] = lamports[process].tick();
        hybrids[process] = hybrids[process].tick(now);
      } else if (from < at && events.get(from).process() != process) {
        Event sent = events.get(from);
        vectors[process] = vectors[process].receive(sent.vector());
        lamports[process] = lamports[process].receive(sent.lamport().time());
        hybrids[process] = hybrids[process].receive(sent.hybrid(), now);
      } else {
        return List.of();
      }
      events.add(
          new Event(at, process, from, vectors[process], lamports[process], hybrids[process]));
    }
    return events;
  }

  /** The definition: same process and earlier, or through a message, or through a third event. */
  private static boolean[][] happenedBefore(List<Event> events) {
    boolean[][] before = new boolean[EVENTS][EVENTS];
    for (int j = 0; j < EVENTS; j++) {
      for (int i = 0; i < j; i++) {
        before[i][j] = leadsTo(events.get(i), events.get(j));
        for (int k = i + 1; k < j; k++) {
          before[i][j] |= before[i][k] && leadsTo(events.get(k), events.get(j));
        }
      }
    }
    return before;
  }

  private static boolean leadsTo(Event earlier, Event later) {
    return earlier.process() == later.process() || later.heardFrom() == earlier.at();
  }

  @Test
  void vector_clocks_tell_exactly_what_happened_before_what() {
    int runs =
        everyRun(
            events -> {
              boolean[][] before = happenedBefore(events);
              for (int i = 0; i < EVENTS; i++) {
                for (int j = 0; j < EVENTS; j++) {
                  Causality expected =
                      i == j
                          ? Causality.EQUAL
                          : before[i][j]
                              ? Causality.BEFORE
                              : before[j][i] ? Causality.AFTER : Causality.CONCURRENT;
                  if (events.get(i).vector().compare(events.get(j).vector()) != expected) {
                    assertThat(events).as("%d %s %d", i, expected, j).isEmpty();
                  }
                }
              }
            });
    assertThat(runs).isEqualTo(RUNS);
  }

  @Test
  void lamport_and_hybrid_clocks_grow_from_cause_to_effect() {
    int runs =
        everyRun(
            events -> {
              boolean[][] before = happenedBefore(events);
              for (int i = 0; i < EVENTS; i++) {
                for (int j = 0; j < EVENTS; j++) {
                  if (before[i][j]) {
                    assertThat(events.get(i).lamport().stamp())
                        .isLessThan(events.get(j).lamport().stamp());
                    assertThat(events.get(i).hybrid()).isLessThan(events.get(j).hybrid());
                  }
                }
              }
            });
    assertThat(runs).isEqualTo(RUNS);
  }

  /** Theorem 2 and its corollary in the paper: l is at most the highest clock that was read. */
  @Test
  void a_hybrid_clock_is_never_ahead_of_every_clock() {
    int[] ahead = {0};
    everyRun(
        events -> {
          for (Event event : events) {
            long own = event.process() == 0 ? event.at() / 2 + 3 : event.at();
            assertThat(event.hybrid().physical())
                .isGreaterThanOrEqualTo(own)
                .isLessThanOrEqualTo(5);
            assertThat(event.hybrid().ahead(own)).isLessThanOrEqualTo(4);
            ahead[0] += event.hybrid().ahead(own) > 0 ? 1 : 0;
          }
        });
    assertThat(ahead[0]).isPositive();
  }

  @Test
  void a_hybrid_clock_that_goes_back_still_counts_on() {
    HybridClock clock = HybridClock.START.tick(100).tick(90).tick(90);

    assertThat(clock).isEqualTo(new HybridClock(100, 2));
    assertThat(clock.receive(new HybridClock(100, 7), 95)).isEqualTo(new HybridClock(100, 8));
    assertThat(clock.receive(new HybridClock(120, 7), 95)).isEqualTo(new HybridClock(120, 8));
    assertThat(clock.receive(new HybridClock(120, 7), 130)).isEqualTo(new HybridClock(130, 0));
    assertThat(clock.receive(new HybridClock(50, 7), 95)).isEqualTo(new HybridClock(100, 3));
  }

  @Test
  void a_version_vector_compares_merges_and_meets() {
    VersionVector a = VersionVector.EMPTY.incremented("a").incremented("a");
    VersionVector b = VersionVector.EMPTY.incremented("b");

    assertThat(a.compare(b)).isEqualTo(Causality.CONCURRENT);
    assertThat(a.compare(a.merge(b))).isEqualTo(Causality.BEFORE);
    assertThat(a.merge(b).compare(b)).isEqualTo(Causality.AFTER);
    assertThat(a.merge(b).meet(a)).isEqualTo(a);
    assertThat(a.meet(b)).isEqualTo(VersionVector.EMPTY);
    assertThat(a.contains(new Dot("a", 2))).isTrue();
    assertThat(a.contains(new Dot("a", 3))).isFalse();
  }

  @Test
  void a_causal_context_has_one_form_for_one_set_of_changes() {
    CausalContext gap = CausalContext.of(List.of(new Dot("a", 3), new Dot("a", 1)));

    assertThat(gap.entries()).isEqualTo(2);
    assertThat(gap.contains(new Dot("a", 2))).isFalse();
    assertThat(gap.merge(CausalContext.of(List.of(new Dot("a", 2)))))
        .isEqualTo(CausalContext.of(List.of(new Dot("a", 2), new Dot("a", 3), new Dot("a", 1))));
    assertThat(gap.merge(CausalContext.of(List.of(new Dot("a", 2)))).entries()).isEqualTo(1);
    assertThat(gap.changes()).isEqualTo(2);
  }

  @Test
  void changes_are_counted_from_one() {
    assertThatThrownBy(() -> new Dot("a", 0))
        .hasMessage("change 0 of 'a': changes are counted from 1");
  }
}
