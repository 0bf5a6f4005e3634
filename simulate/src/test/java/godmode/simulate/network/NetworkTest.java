package godmode.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import godmode.simulate.chance.Chance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final int DRAWS = 100_000;

  private static double[] sorted(Latency latency) {
    Chance chance = new Chance(11);
    double[] all = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      all[i] = latency.draw(chance);
    }
    Arrays.sort(all);
    return all;
  }

  @Test
  void latencies_have_the_quantiles_of_their_distribution() {
    double[] uniform = sorted(new Latency.Uniform(1_000, 2_000));
    assertThat(uniform[DRAWS / 10]).isCloseTo(1_100, within(10.0));
    assertThat(uniform[DRAWS - 1]).isLessThanOrEqualTo(2_000);
    double[] exponential = sorted(new Latency.Exponential(500, 1_000_000));
    assertThat(exponential[DRAWS / 2]).isCloseTo(693_647, within(10_000.0));
    assertThat(exponential[DRAWS * 99 / 100]).isCloseTo(4_605_670, within(120_000.0));
    double[] logNormal = sorted(new Latency.LogNormal(1_000_000, 0.5));
    assertThat(logNormal[DRAWS / 2]).isCloseTo(1_000_000, within(10_000.0));
    assertThat(logNormal[DRAWS * 99 / 100]).isCloseTo(3_200_000, within(80_000.0));
    assertThat(sorted(new Latency.Constant(7))[0]).isEqualTo(7);
  }

  @Test
  void a_distribution_says_its_median() {
    for (Latency latency :
        List.of(
            new Latency.Uniform(1_000, 2_000),
            new Latency.Exponential(0, 100_000),
            new Latency.LogNormal(50_000, 1))) {
      assertThat(sorted(latency)[DRAWS / 2]).isCloseTo((double) latency.median(), within(1_500.0));
    }
  }

  @Test
  void loss_and_duplication_happen_as_often_as_said() {
    Network network =
        new Network(
            2,
            Conditions.of(2, new Latency.Constant(10)).losing(100_000, 50_000, 0),
            new Chance(3));
    int lost = 0;
    int doubled = 0;
    for (int i = 0; i < DRAWS; i++) {
      lost += network.arrival(i, 0, 1) == Network.NEVER ? 1 : 0;
      doubled += network.again(i, 0, 1) == Network.NEVER ? 0 : 1;
    }
    assertThat(lost / (double) DRAWS).isCloseTo(0.1, within(0.004));
    assertThat(doubled / (double) DRAWS).isCloseTo(0.05, within(0.003));
  }

  @Test
  void messages_arrive_in_order_unless_they_are_overtaken() {
    Conditions wild = Conditions.of(2, new Latency.Uniform(10, 1_000)).ordered();
    assertThat(inversions(wild)).isZero();
    assertThat(inversions(wild.losing(0, 0, 100_000))).isGreaterThan(500);
    assertThat(inversions(Conditions.of(2, new Latency.Uniform(10, 1_000)))).isGreaterThan(3_000);
  }

  private static int inversions(Conditions conditions) {
    Network network = new Network(2, conditions, new Chance(4));
    long last = 0;
    int inversions = 0;
    for (int i = 0; i < 10_000; i++) {
      long arrives = network.arrival(i, 0, 1);
      inversions += arrives < last ? 1 : 0;
      last = arrives;
    }
    return inversions;
  }

  @Test
  void a_link_is_cut_as_long_as_one_cut_of_it_lasts() {
    Network network = new Network(2, Conditions.of(2, new Latency.Constant(10)), new Chance(5));
    network.cut(0, 1);
    network.cut(0, 1);
    network.mend(0, 1);
    assertThat(network.arrival(0, 0, 1)).isEqualTo(Network.NEVER);
    assertThat(network.arrival(0, 1, 0)).isEqualTo(10);
    network.mend(0, 1);
    assertThat(network.arrival(0, 0, 1)).isEqualTo(10);
  }

  @Test
  void a_clog_holds_messages_and_loses_none() {
    Network network = new Network(2, Conditions.of(2, new Latency.Constant(10)), new Chance(6));
    network.clog(0, 1, 500);
    assertThat(network.arrival(100, 0, 1)).isEqualTo(500);
    assertThat(network.arrival(500, 0, 1)).isEqualTo(510);
  }

  @Test
  void sites_give_latencies_by_pair() {
    Latency near = new Latency.Constant(1);
    Latency far = new Latency.Constant(40);
    Network network =
        new Network(
            3,
            Conditions.between(List.of(0, 0, 1), List.of(List.of(near, far), List.of(far, near))),
            new Chance(7));
    assertThat(network.arrival(0, 0, 1)).isEqualTo(1);
    assertThat(network.arrival(0, 1, 2)).isEqualTo(40);
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> new Latency.Uniform(5, 1)).hasMessage("a latency from 5 to 1");
    assertThatThrownBy(() -> new Latency.Constant(-1)).hasMessage("a latency of -1 ns");
    assertThatThrownBy(() -> new Latency.LogNormal(1, Double.NaN)).hasMessageContaining("sigma");
    assertThatThrownBy(() -> Conditions.of(1, new Latency.Constant(1)).losing(1_000_001, 0, 0))
        .hasMessageContaining("loss of 1000001 parts per million");
  }
}
