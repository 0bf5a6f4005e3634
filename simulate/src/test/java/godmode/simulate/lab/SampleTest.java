package godmode.simulate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void quantiles_are_values_that_occurred() {
    Sample sample = new Sample(new long[] {30, 10, 20, 40});

    assertThat(sample.quantile(0)).isEqualTo(10);
    assertThat(sample.quantile(500)).isEqualTo(20);
    assertThat(sample.quantile(501)).isEqualTo(30);
    assertThat(sample.quantile(1000)).isEqualTo(40);
    assertThat(sample.mean()).isEqualTo(25);
  }

  @Test
  void a_histogram_counts_every_value_once() {
    assertThat(new Sample(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 10}).histogram(5))
        .containsExactly(2, 2, 2, 2, 2);
    assertThat(new Sample(new long[] {5, 5}).histogram(3)).containsExactly(2, 0, 0);
  }

  @Test
  void a_long_tail_is_told_in_parts_of_equal_ratio() {
    Sample skewed = new Sample(new long[] {10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 12, 10_000});

    assertThat(skewed.isSkewed()).isTrue();
    assertThat(skewed.histogram(3)).containsExactly(11, 0, 1);
    assertThat(skewed.histogram(100)).startsWith(5, 5, 1);
    assertThat(new Sample(new long[] {10, 300, 600, 900}).isSkewed()).isFalse();
    assertThat(new Sample(new long[] {0, 0, 0, 900}).isSkewed()).isFalse();
  }
}
