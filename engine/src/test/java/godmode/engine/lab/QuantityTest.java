package godmode.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.network.Latency;
import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void times_and_shares_are_read_exactly() {
    assertThat(Quantity.time("t", "1.5ms")).isEqualTo(1_500_000);
    assertThat(Quantity.time("t", "-2s")).isEqualTo(-2_000_000_000L);
    assertThat(Quantity.share("s", "0.5%")).isEqualTo(5_000);
    assertThat(Quantity.share("s", "100%")).isEqualTo(1_000_000);
  }

  @Test
  void latencies_have_four_shapes() {
    assertThat(Quantity.latency("l", "5ms")).isEqualTo(new Latency.Constant(5_000_000));
    assertThat(Quantity.latency("l", "30ms..40ms"))
        .isEqualTo(new Latency.Uniform(30_000_000, 40_000_000));
    assertThat(Quantity.latency("l", "exp:1ms:4ms"))
        .isEqualTo(new Latency.Exponential(1_000_000, 4_000_000));
    assertThat(Quantity.latency("l", "lognormal:5ms:0.5"))
        .isEqualTo(new Latency.LogNormal(5_000_000, 0.5));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> Quantity.latency("l", "40ms..30ms")).hasMessageContaining("from..to");
    assertThatThrownBy(() -> Quantity.latency("l", "lognormal:5ms:9"))
        .hasMessageContaining("sigma from 0 to 4");
    assertThatThrownBy(() -> Quantity.time("t", "9999999m")).hasMessageContaining("6000m");
    assertThatThrownBy(() -> Quantity.share("s", "101%")).hasMessageContaining("'101%'");
    assertThatThrownBy(() -> Quantity.number("n", "4.5", 1, 9)).hasMessageContaining("1 to 9");
  }
}
