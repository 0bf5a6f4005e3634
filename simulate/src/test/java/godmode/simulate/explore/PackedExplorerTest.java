package godmode.simulate.explore;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.CounterexampleFinder.Budget;
import godmode.simulate.model.PackedQuorumRegister;
import godmode.simulate.model.Plain;
import godmode.simulate.model.QuorumRegister;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackedExplorerTest {
  private static final Budget PLENTY = Budget.ofStates(400_000);

  /** Two hands of a clock, as in the test of the plain explorer. */
  private record Hands(int hours, int holdsBelow, int waitsAt) implements Packed<Hands.Time> {
    record Time(int small, int large) {}

    record Plainly(int hours) implements Model<Time, String> {
      @Override
      public Time start() {
        return new Time(0, 0);
      }

      @Override
      public void moves(Time now, Moves<Time, String> out) {
        if (now.small < hours - 1) {
          out.step("small", new Time(now.small + 1, now.large));
        }
        if (now.large < hours - 1) {
          out.fault("large", new Time(now.small, now.large + 1));
        }
      }
    }

    @Override
    public int longs() {
      return 1;
    }

    @Override
    public void pack(Time time, long[] to) {
      to[0] = time.small | (long) time.large << 32;
    }

    @Override
    public Time unpack(long[] from) {
      return new Time((int) from[0], (int) (from[0] >> 32));
    }

    @Override
    public void moves(long[] now, PackedMoves out) {
      if ((int) now[0] < hours - 1) {
        out.next()[0]++;
        out.step();
      }
      if (now[0] >> 32 < hours - 1) {
        out.next()[0] += 1L << 32;
        out.fault();
      }
    }

    @Override
    public boolean holds(long[] now) {
      return (int) now[0] + (now[0] >> 32) < holdsBelow;
    }

    @Override
    public boolean waits(long[] now) {
      return (int) now[0] == waitsAt;
    }
  }

  @Test
  void answers_as_the_plain_explorer_does_wherever_it_breaks_or_sticks() {
    Set<Class<?>> ends = new HashSet<>();
    int runs = 0;
    for (int hours = 1; hours <= 5; hours++) {
      for (int below = 1; below <= 10; below++) {
        for (int waitsAt = -1; waitsAt < hours; waitsAt++) {
          int sum = below;
          int at = waitsAt;
          Scenario<Hands.Time, String> scenario =
              Plain.scenario(
                  new Hands.Plainly(hours),
                  new Property<>(t -> t.small() + t.large() < sum, t -> t.small() == at),
                  List.of(new Goal<>("noon", t -> t.small() == 3)));
          for (Budget budget : List.of(PLENTY, Budget.ofStates(4))) {
            Exploration<Hands.Time, String> plain = Explorer.explore(scenario, budget);
            assertThat(PackedExplorer.explore(scenario, new Hands(hours, below, waitsAt), budget))
                .isEqualTo(plain);
            ends.add(plain.getClass());
            runs++;
          }
        }
      }
    }
    assertThat(runs).isEqualTo(400);
    assertThat(ends).hasSize(3);
  }

  /** Every world, every move and its order: the two models are one graph. */
  @Test
  void the_packed_register_is_the_graph_of_the_plain_one() {
    int same = 0;
    for (int read = 1; read <= 3; read++) {
      for (int write = 1; write <= 3; write++) {
        for (int writes = 1; writes <= 2; writes++) {
          same += compare(new QuorumRegister(3, read, write, writes, 1, false));
        }
      }
    }
    same += compare(new QuorumRegister(2, 1, 2, 3, 2, false));
    same += compare(new QuorumRegister(3, 2, 2, 1, 2, true));
    same += compare(new QuorumRegister(8, 2, 2, 1, 1, false));
    assertThat(same).isEqualTo(6_406);
    assertThat(compare(new QuorumRegister(3, 2, 2, 1, 2, false, false))).isEqualTo(276);
  }

  /** The register of five nodes on which TLC, Spin and two other searches agree. */
  @Test
  void counts_the_states_of_the_register_that_others_have_counted() {
    QuorumRegister five = new QuorumRegister(5, 3, 3, 2, 2, false, false);
    QuorumRegister four = new QuorumRegister(4, 3, 3, 2, 2, false, false);

    assertThat(counted(new PackedQuorumRegister(five, true)))
        .isEqualTo("64636 states, 498057 moves, 20 deep");
    assertThat(counted(new PackedQuorumRegister(four, false)))
        .isEqualTo("423282 states, 2483053 moves, 18 deep");
  }

  private static String counted(PackedQuorumRegister packed) {
    Exploration<QuorumRegister.World, QuorumRegister.Action> end =
        PackedExplorer.explore(
            Plain.scenario(packed.model(), QuorumRegister.FRESH, QuorumRegister.GOALS),
            packed,
            Budget.ofStates(1_000_000));
    assertThat(end).isInstanceOf(Exploration.Exhausted.class);
    Exploration.Exhausted<?, ?> all = (Exploration.Exhausted<?, ?>) end;
    assertThat(all.missed()).isEmpty();
    return all.states() + " states, " + all.transitions() + " moves, " + all.depth() + " deep";
  }

  private static int compare(QuorumRegister model) {
    PackedQuorumRegister packed = new PackedQuorumRegister(model, true);
    Scenario<QuorumRegister.World, QuorumRegister.Action> all =
        Plain.scenario(model, Property.always(w -> true), QuorumRegister.GOALS);
    Visited<QuorumRegister.World> worlds = new Visited<>();
    worlds.add(model.start(), 0);
    for (int at = 0; at < worlds.size(); at++) {
      QuorumRegister.World world = worlds.get(at);
      long[] bits = new long[packed.longs()];
      packed.pack(world, bits);
      assertThat(packed.unpack(bits)).isEqualTo(world);
      assertThat(packed.holds(bits)).isEqualTo(QuorumRegister.FRESH.holds().test(world));
      List<QuorumRegister.World> next = new ArrayList<>();
      all.model().moves(world, collecting(next));
      List<QuorumRegister.World> packedNext = new ArrayList<>();
      packed.moves(bits, new Unpacking(packed, bits, packedNext));
      assertThat(packedNext).isEqualTo(next);
      for (QuorumRegister.World one : next) {
        QuorumRegister.World folded = model.canonical(one);
        packed.pack(one, bits);
        packed.canonical(bits);
        assertThat(packed.unpack(bits)).isEqualTo(folded);
        worlds.add(folded, at);
      }
    }
    Scenario<QuorumRegister.World, QuorumRegister.Action> fresh =
        Plain.scenario(model, QuorumRegister.FRESH, QuorumRegister.GOALS);
    assertThat(PackedExplorer.explore(fresh, packed, PLENTY))
        .isEqualTo(Explorer.explore(fresh, PLENTY));
    return worlds.size();
  }

  private static Moves<QuorumRegister.World, QuorumRegister.Action> collecting(
      List<QuorumRegister.World> next) {
    return new Moves<>() {
      @Override
      public void step(QuorumRegister.Action action, QuorumRegister.World world) {
        next.add(world);
      }

      @Override
      public void fault(QuorumRegister.Action action, QuorumRegister.World world) {
        next.add(world);
      }
    };
  }

  /** Unpacks what a packed model says can happen next. */
  private static final class Unpacking implements PackedMoves {
    private final PackedQuorumRegister packed;
    private final long[] from;
    private final long[] next;
    private final List<QuorumRegister.World> worlds;

    Unpacking(PackedQuorumRegister packed, long[] from, List<QuorumRegister.World> worlds) {
      this.packed = packed;
      this.from = from.clone();
      this.next = from.clone();
      this.worlds = worlds;
    }

    @Override
    public long[] next() {
      return next;
    }

    @Override
    public void step() {
      worlds.add(packed.unpack(next));
      System.arraycopy(from, 0, next, 0, from.length);
    }

    @Override
    public void fault() {
      step();
    }
  }
}
