package godmode.simulate.history;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.simulate.explore.Exploration;
import godmode.simulate.explore.Explorer;
import godmode.simulate.explore.Property;
import godmode.simulate.history.Event.Edge;
import godmode.simulate.model.Plain;
import godmode.simulate.model.QuorumRegister;
import godmode.simulate.model.ReplicaReads;
import godmode.simulate.model.ReplicaReads.Reads;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Guarantees by what clients see, against mechanisms that give them or do not. */
class RecordedTest {
  private static final Budget PLENTY = Budget.ofStates(2_000_000);

  /** Client 0 writes, the others read. */
  private static List<Event> seen(
      QuorumRegister.World before, QuorumRegister.Action action, QuorumRegister.World after) {
    return switch (action.act()) {
      case BEGIN_WRITE -> List.of(new Event(0, Edge.BEGIN_WRITE, 0, action.by()));
      case STORE ->
          after.acknowledged() > before.acknowledged()
              ? List.of(new Event(0, Edge.END_WRITE, 0, after.acknowledged()))
              : List.of();
      case BEGIN_READ -> List.of(new Event(1 + action.by(), Edge.BEGIN_READ, 0, 0));
      case ANSWER, STORE_BACK -> {
        int shown = after.readers().get(action.by()).shown();
        yield shown < 0 ? List.of() : List.of(new Event(1 + action.by(), Edge.END_READ, 0, shown));
      }
    };
  }

  private static Recorded<QuorumRegister.World, QuorumRegister.Action> recorded(
      QuorumRegister model) {
    return new Recorded<>(model, RecordedTest::seen, UnaryOperator.identity());
  }

  /** The floors of the model, which a search carries in a few bits, say what histories say. */
  @Test
  void the_register_is_fresh_exactly_where_its_histories_are_linearizable() {
    int linearizable = 0;
    int checked = 0;
    for (int nodes = 1; nodes <= 3; nodes++) {
      for (int read = 1; read <= nodes; read++) {
        for (int write = 1; write <= nodes; write++) {
          for (int readers = 1; readers <= 2; readers++) {
            for (boolean back : new boolean[] {false, true}) {
              if (nodes == 3 && readers == 2 && back) {
                continue; // the repaired register of three has its own test
              }
              QuorumRegister model = new QuorumRegister(nodes, read, write, 1, readers, back);
              boolean fresh = holds(model, QuorumRegister.FRESH);
              boolean byHistory =
                  Explorer.explore(
                          Plain.scenario(
                              recorded(model),
                              Recorded.<QuorumRegister.World>keeps(Guarantee.LINEARIZABLE),
                              List.of()),
                          PLENTY)
                      instanceof Exploration.Exhausted;
              assertThat(byHistory).as(model.toString()).isEqualTo(fresh);
              linearizable += fresh ? 1 : 0;
              checked++;
            }
          }
        }
      }
    }
    assertThat(checked).isEqualTo(47);
    assertThat(linearizable).isEqualTo(30);
  }

  private static boolean holds(QuorumRegister model, Property<QuorumRegister.World> property) {
    return Explorer.explore(Plain.scenario(model, property, List.of()), PLENTY)
        instanceof Exploration.Exhausted;
  }

  /** Overlapping quorums are linearizable for one reader, and for two only with write-back. */
  @Test
  void the_shortest_new_old_inversion_takes_eight_moves() {
    Exploration<Recorded.World<QuorumRegister.World>, QuorumRegister.Action> end =
        Explorer.explore(
            Plain.scenario(
                recorded(new QuorumRegister(3, 2, 2, 1, 2, false)),
                Recorded.<QuorumRegister.World>keeps(Guarantee.LINEARIZABLE),
                List.of()),
            PLENTY);

    assertThat(end).isInstanceOf(Exploration.Counterexample.class);
    assertThat(((Exploration.Counterexample<?, ?>) end).schedule()).hasSize(8);
  }

  @Test
  void where_clients_read_decides_what_they_are_guaranteed() {
    Map<Reads, Set<Guarantee>> kept = new EnumMap<>(Reads.class);
    List<Integer> states = new ArrayList<>();
    for (Reads reads : Reads.values()) {
      kept.put(reads, EnumSet.noneOf(Guarantee.class));
      for (Guarantee guarantee : Guarantee.values()) {
        ReplicaReads model = new ReplicaReads(2, reads, true);
        Exploration<Recorded.World<ReplicaReads.World>, ReplicaReads.Action> end =
            Explorer.explore(
                Plain.scenario(
                    new Recorded<>(model, model::events, UnaryOperator.identity()),
                    Recorded.<ReplicaReads.World>keeps(guarantee),
                    List.of()),
                PLENTY);
        assertThat(end).isNotInstanceOf(Exploration.BudgetSpent.class);
        if (end instanceof Exploration.Exhausted) {
          kept.get(reads).add(guarantee);
          states.add(end.states());
        }
      }
    }

    assertThat(kept)
        .isEqualTo(
            Map.of(
                Reads.ANY,
                EnumSet.noneOf(Guarantee.class),
                Reads.STICKY,
                EnumSet.of(Guarantee.MONOTONIC_READS),
                Reads.TOKEN,
                EnumSet.of(Guarantee.CAUSAL, Guarantee.READ_YOUR_WRITES, Guarantee.MONOTONIC_READS),
                Reads.PRIMARY,
                EnumSet.allOf(Guarantee.class)));
    assertThat(states).hasSize(8).allMatch(n -> n > 100);
  }
}
