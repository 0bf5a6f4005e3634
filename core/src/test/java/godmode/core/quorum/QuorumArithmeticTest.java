package godmode.core.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuorumArithmeticTest {
  @Test
  void a_majority_of_one_to_seven_voters() {
    assertThat(IntStream.rangeClosed(1, 7).map(Majority::of)).containsExactly(1, 2, 2, 3, 3, 4, 4);
    assertThat(IntStream.rangeClosed(1, 7).map(Majority::tolerates))
        .containsExactly(0, 0, 1, 1, 2, 2, 3);
  }

  @Test
  void the_next_better_size_is_the_smallest_that_tolerates_more() {
    for (int n = 1; n <= 50; n++) {
      int tolerated = Majority.tolerates(n);
      int next = n + 1;
      while (Majority.tolerates(next) <= tolerated) {
        next++;
      }
      assertThat(Majority.nextBetter(n)).as("after %d", n).isEqualTo(next);
      assertThat(Majority.tolerates(Majority.smallestEqual(n))).isEqualTo(tolerated);
      assertThat(Majority.smallestEqual(n)).isEqualTo(n % 2 == 0 ? n - 1 : n);
    }
  }

  @Test
  void two_majorities_always_meet_and_two_smaller_groups_need_not() {
    for (int n = 1; n <= 50; n++) {
      assertThat(Overlap.isCertain(n, Majority.of(n), Majority.of(n))).isTrue();
      assertThat(Overlap.isCertain(n, Majority.of(n) - 1, Majority.of(n) - 1)).isFalse();
    }
  }

  @Test
  void overlap_agrees_with_trying_every_pair_of_groups() {
    int tried = 0;
    for (int n = 1; n <= 5; n++) {
      for (int r = 1; r <= n; r++) {
        for (int w = 1; w <= n; w++) {
          assertThat(Overlap.isCertain(n, r, w))
              .as("n=%d r=%d w=%d", n, r, w)
              .isEqualTo(everyPairMeets(n, r, w));
          assertThat(Overlap.isCertain(n, Overlap.smallestFor(n, w), w)).isTrue();
          tried++;
        }
      }
    }
    assertThat(tried).isEqualTo(1 + 4 + 9 + 16 + 25);
  }

  private static boolean everyPairMeets(int n, int r, int w) {
    for (int a = 0; a < 1 << n; a++) {
      for (int b = 0; b < 1 << n; b++) {
        if (Integer.bitCount(a) == r && Integer.bitCount(b) == w && (a & b) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void an_even_group_is_down_longer_than_the_odd_one_below_it() {
    List<Double> minutes =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> Availability.minutesDownAYear(Availability.ofMajority(n, 0.99)))
            .toList();
    List<Double> known = List.of(5256.0, 10459.0, 156.6, 311.2, 5.2, 10.3, 0.2);
    for (int i = 0; i < known.size(); i++) {
      assertThat(minutes.get(i)).as("%d voters", i + 1).isCloseTo(known.get(i), within(0.5));
    }
  }

  @Test
  void writes_to_three_copies_by_how_many_must_have_them() {
    assertThat(Availability.ofAtLeast(2, 3, 0.999)).isCloseTo(0.999997, within(1e-7));
    assertThat(Availability.ofAtLeast(3, 3, 0.999)).isCloseTo(0.997003, within(1e-7));
    assertThat(Availability.ofAtLeast(1, 3, 0.999)).isCloseTo(0.999999999, within(1e-12));
  }

  @Test
  void refuses_groups_that_cannot_exist() {
    assertThatIllegalArgumentException().isThrownBy(() -> Majority.of(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Availability.ofAtLeast(4, 3, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> Availability.ofAtLeast(1, 3, 1.5));
  }
}
