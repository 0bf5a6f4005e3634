package godmode.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallPathTest {
  @Test
  void it_is_the_shortest_way_to_what_is_farthest() {
    assertThat(CallPath.farthest(Town.of(3)))
        .as("the gateway reaches every service itself")
        .containsExactly("gateway", "service-1", "db-1");
  }

  @Test
  void nobody_waits_in_an_empty_system() {
    assertThat(CallPath.farthest(Town.of(0))).isEmpty();
  }
}
