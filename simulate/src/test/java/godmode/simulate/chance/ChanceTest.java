package godmode.simulate.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void the_same_seed_gives_these_bits_for_ever() {
    Chance chance = new Chance(1_234_567);
    // the first five of SplitMix64 for this seed, as its reference implementation prints them
    assertThat(LongStream.generate(chance::bits).limit(5).mapToObj(Long::toUnsignedString))
        .containsExactly(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821");
  }

  @Test
  void a_stream_depends_on_seed_and_label_and_not_on_earlier_draws() {
    Chance fresh = new Chance(7);
    Chance used = new Chance(7);
    used.bits();

    assertThat(used.split(3).bits()).isEqualTo(fresh.split(3).bits());
    assertThat(fresh.split(3).bits()).isNotEqualTo(fresh.split(4).bits());
    assertThat(fresh.split(3).bits()).isNotEqualTo(new Chance(8).split(3).bits());
  }

  @Test
  void distributions_have_these_values_for_ever() {
    Chance chance = new Chance(42);
    assertThat(
            new double[] {
              chance.below(1000),
              chance.between(-5, 5),
              chance.unit(),
              chance.exponential(),
              chance.normal()
            })
        .containsExactly(741, -4, 0.27860113025513866, 0.4218852587151469, 0.1883526341159315);
  }

  @Test
  void distributions_have_the_mean_and_deviation_they_should() {
    Chance chance = new Chance(5);
    int draws = 200_000;
    double exponential = 0;
    double normal = 0;
    double squares = 0;
    int[] dice = new int[6];
    for (int i = 0; i < draws; i++) {
      exponential += chance.exponential();
      double x = chance.normal();
      normal += x;
      squares += x * x;
      dice[chance.below(6)]++;
    }
    assertThat(exponential / draws).isCloseTo(1, within(0.01));
    assertThat(normal / draws).isCloseTo(0, within(0.01));
    assertThat(squares / draws).isCloseTo(1, within(0.015));
    for (int face : dice) {
      assertThat(face / (double) draws).isCloseTo(1 / 6.0, within(0.003));
    }
  }
}
