package godmode.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault.Way;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
  private static final long SECOND = 1_000_000_000L;

  private static FaultSchedule drawn(List<FaultKind> kinds, long seed) {
    FaultMix mix = FaultMix.of(kinds, 3 * SECOND, SECOND);
    return FaultSchedule.drawn(mix, Scene.of(5), 60 * SECOND, new Chance(seed));
  }

  @Test
  void the_same_seed_draws_the_same_schedule_and_every_kind_is_drawn() {
    List<FaultKind> kinds = Arrays.asList(FaultKind.values());
    Set<Class<?>> seen = new HashSet<>();
    Set<Way> ways = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      FaultSchedule one = drawn(kinds, seed);
      assertThat(drawn(kinds, seed)).isEqualTo(one);
      for (Fault fault : one.faults()) {
        seen.add(fault.getClass());
        if (fault instanceof Fault.Partition cut) {
          ways.add(cut.way());
          assertThat(cut.nodes().size()).isBetween(1, 4);
        }
        assertThat(fault.at() + fault.lasts()).isLessThanOrEqualTo(60 * SECOND);
        assertThat(fault.nodes()).allMatch(node -> node >= 0 && node < 5);
      }
    }
    assertThat(seen).hasSize(6);
    assertThat(ways).containsExactlyInAnyOrder(Way.values());
  }

  @Test
  void a_partition_cuts_both_ways_or_one() {
    assertThat(new Fault.Partition(0, 1, List.of(0), Way.BOTH).cuts(3))
        .containsExactly(1, 2, 3, 6); // 0>1 0>2 1>0 2>0
    assertThat(new Fault.Partition(0, 1, List.of(0), Way.OUT).cuts(3)).containsExactly(1, 2);
    assertThat(new Fault.Partition(0, 1, List.of(0), Way.IN).cuts(3)).containsExactly(3, 6);
  }

  @Test
  void on_a_ring_everybody_sees_a_majority_and_not_all() {
    int rings = 0;
    for (int n = 3; n <= 9; n++) {
      List<Integer> nodes = new java.util.ArrayList<>();
      for (int i = 0; i < n; i++) {
        nodes.add(i);
      }
      List<Integer> cuts = new Fault.Ring(0, 1, nodes).cuts(n);
      assertThat(cuts).isNotEmpty();
      for (int node = 0; node < n; node++) {
        int unseen = 0;
        for (int link : cuts) {
          unseen += link / n == node ? 1 : 0;
        }
        assertThat(n - unseen).as("seen by %d of %d", node, n).isGreaterThanOrEqualTo(n / 2 + 1);
      }
      rings++;
    }
    assertThat(rings).isEqualTo(7);
  }
}
