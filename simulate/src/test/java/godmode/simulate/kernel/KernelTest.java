package godmode.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.fault.Fault;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.Fault.Way;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
  private static final long MILLI = 1_000_000;

  /** Everybody tells everybody at each tick; flushes every other count. */
  private static final class Counting implements Protocol<Counting.Count, Integer> {
    record Count(int self, int heard, int restarts, long clock) {}

    private final int nodes;

    Counting(int nodes) {
      this.nodes = nodes;
    }

    @Override
    public Count start(int self, Outbox<Integer> out) {
      out.arm(0, 10 * MILLI, 10 * MILLI);
      return new Count(self, 0, 0, 0);
    }

    @Override
    public Count receive(Count state, int from, Integer message, Outbox<Integer> out) {
      int heard = state.heard + 1;
      if (heard % 2 == 0) {
        out.flush();
      }
      return new Count(state.self, heard, state.restarts, out.clock());
    }

    @Override
    public Count expire(Count state, int timer, Outbox<Integer> out) {
      out.arm(0, 10 * MILLI, 10 * MILLI);
      for (int to = 0; to < nodes; to++) {
        if (to != state.self) {
          out.send(to, state.heard);
        }
      }
      return state;
    }

    @Override
    public Count restart(Count disk, int self, Outbox<Integer> out) {
      out.arm(0, 10 * MILLI, 10 * MILLI);
      return new Count(self, disk.heard, disk.restarts + 1, 0);
    }
  }

  private static Kernel<Integer> kernel(int nodes, long seed, Fault... faults) {
    return kernel(nodes, seed, new Observer<>() {}, faults);
  }

  private static Kernel<Integer> kernel(
      int nodes, long seed, Observer<Integer> observer, Fault... faults) {
    Conditions calm = Conditions.of(nodes, new Latency.Uniform(MILLI, 2 * MILLI));
    return new Kernel<>(
        new Cluster<>(Collections.nCopies(nodes, new Counting(nodes)), nodes, calm),
        new FaultSchedule(List.of(faults)),
        seed,
        observer);
  }

  private static Counting.Count count(Kernel<Integer> kernel, int node) {
    return (Counting.Count) kernel.state(node);
  }

  @Test
  void the_same_seed_gives_the_same_trace_on_every_machine() {
    Kernel<Integer> kernel = kernel(5, 7);
    kernel.runUntil(1_000 * MILLI);

    assertThat(kernel.events()).isEqualTo(2_480);
    assertThat(Long.toHexString(kernel.trace())).isEqualTo("215d79cab0dd2913");
  }

  @Test
  void another_seed_gives_another_trace() {
    Kernel<Integer> one = kernel(3, 1);
    Kernel<Integer> other = kernel(3, 2);
    one.runUntil(100 * MILLI);
    other.runUntil(100 * MILLI);
    assertThat(one.trace()).isNotEqualTo(other.trace());
  }

  @Test
  void a_crash_keeps_what_its_kind_of_disk_keeps() {
    assertThat(afterCrash(Disk.KEPT)).isEqualTo(new Counting.Count(0, 5, 1, 0));
    assertThat(afterCrash(Disk.UNSYNCED)).isEqualTo(new Counting.Count(0, 4, 1, 0));
    assertThat(afterCrash(Disk.LOST)).isEqualTo(new Counting.Count(0, 0, 0, 0));
  }

  private static Counting.Count afterCrash(Disk disk) {
    Kernel<Integer> kernel = kernel(2, 1, new Fault.Crash(55 * MILLI, 2 * MILLI, 0, disk));
    kernel.runUntil(57 * MILLI);
    return count(kernel, 0);
  }

  @Test
  void a_crashed_node_hears_and_sends_nothing() {
    Kernel<Integer> kernel = kernel(2, 1, new Fault.Crash(55 * MILLI, 0, 0, Disk.KEPT));
    kernel.runUntil(200 * MILLI);
    assertThat(kernel.isUp(0)).isFalse();
    assertThat(count(kernel, 0).heard()).isEqualTo(5);
    assertThat(count(kernel, 1).heard()).isEqualTo(5);
  }

  @Test
  void a_pause_delays_messages_and_timers_and_loses_none() {
    Kernel<Integer> kernel = kernel(2, 1, new Fault.Pause(15 * MILLI, 100 * MILLI, 0));
    kernel.runUntil(114 * MILLI);
    assertThat(count(kernel, 0).heard()).isEqualTo(1);
    kernel.runUntil(116 * MILLI);
    assertThat(count(kernel, 0).heard()).isEqualTo(11);
  }

  @Test
  void a_partition_stops_what_is_sent_and_what_is_on_its_way() {
    List<String> lost = new ArrayList<>();
    Observer<Integer> observer =
        new Observer<>() {
          @Override
          public void dropped(long now, int from, int to, Integer message) {
            lost.add("on its way from " + from);
          }

          @Override
          public void sent(long now, int from, int to, Integer message, long arrives) {
            if (arrives == LOST) {
              lost.add("from " + from);
            }
          }
        };
    Kernel<Integer> kernel =
        kernel(2, 1, observer, new Fault.Partition(10 * MILLI + 1, 15 * MILLI, List.of(0), Way.IN));
    kernel.runUntil(50 * MILLI);
    assertThat(lost).containsExactly("on its way from 1", "from 1");
    assertThat(count(kernel, 1).heard()).isEqualTo(4);
    assertThat(count(kernel, 0).heard()).isEqualTo(2);
  }

  @Test
  void clocks_step_and_drift_and_timers_follow_the_clock() {
    Kernel<Integer> kernel =
        kernel(2, 1, new Fault.Clock(0, 0, 500 * MILLI, 100_000), new Fault.Clock(0, 1, 0, 0));
    kernel.runUntil(1_001 * MILLI);
    assertThat(count(kernel, 1).heard()).isEqualTo(109); // ten in a hundred too fast
    assertThat(count(kernel, 0).heard()).isEqualTo(99);
    assertThat(count(kernel, 0).clock()).isBetween(1_580 * MILLI, 1_600 * MILLI);
  }

  @Test
  void timers_that_are_armed_again_or_taken_back_do_not_fire() {
    List<Integer> fired = new ArrayList<>();
    Protocol<Integer, Integer> protocol =
        new Protocol<>() {
          @Override
          public Integer start(int self, Outbox<Integer> out) {
            out.arm(0, 10, 10);
            out.arm(1, 20, 20);
            out.arm(9, 15, 15);
            out.arm(0, 30, 30);
            return 0;
          }

          @Override
          public Integer receive(Integer state, int from, Integer message, Outbox<Integer> out) {
            return state;
          }

          @Override
          public Integer expire(Integer state, int timer, Outbox<Integer> out) {
            fired.add(timer);
            out.disarm(1);
            return state;
          }

          @Override
          public Integer restart(Integer disk, int self, Outbox<Integer> out) {
            return disk;
          }
        };
    new Kernel<>(
            new Cluster<>(
                List.<Protocol<?, Integer>>of(protocol),
                1,
                Conditions.of(1, new Latency.Constant(1))),
            FaultSchedule.NONE,
            1,
            new Observer<>() {})
        .runUntil(100);
    assertThat(fired).containsExactly(9, 0);
  }

  @Test
  void a_schedule_that_strikes_a_node_that_is_not_there_is_refused() {
    Kernel<Integer> kernel = kernel(2, 1, new Fault.Pause(0, 1, 5));
    assertThatThrownBy(() -> kernel.runUntil(1)).hasMessage("a fault strikes node 6; there are 2");
  }
}
