package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClockDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with("Store", "@Component class Store {\n" + body + "}\n")
        .by(new ClockDetector());
  }

  @Test
  void sees_a_clock_that_gives_versions() {
    assertThat(of("void a(Item i) { i.setVersion(System.currentTimeMillis()); }\n"))
        .containsExactly("Store.a: clock=the wall clock, decides=which version it gets | Store:3");
  }

  @Test
  void sees_stamps_of_writers_that_decide_which_write_counts() {
    assertThat(
            of(
                """
                void put(Item item, long lastModifiedTs) {
                  if (lastModifiedTs < item.getLastModifiedTs()) {
                    return;
                  }
                  write(item);
                }
                """))
        .containsExactly(
            "Store.put: clock=a wall clock of the writer, decides=which of two writes is newer"
                + " | Store:4");
  }

  @Test
  void leaves_clocks_that_measure_or_are_only_shown() {
    assertThat(
            of(
                """
                void a(Item i) { i.setCreatedAt(System.currentTimeMillis()); }
                void b() { long start = System.currentTimeMillis(); log(System.currentTimeMillis() - start); }
                void c(Item i) { i.setVersion(i.getVersion() + 1); }
                """))
        .isEmpty();
  }
}
