package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesakesTest {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "gateway", List.of("gateway"),
          "gateway-app", List.of("gateway", "gateway-app"),
          "store", List.of("shop-store", "store"));

  @Test
  void of_those_that_share_a_name_one_is_counted() {
    assertThat(Namesakes.apart(List.of("store", "gateway-app", "gateway"), NAMES::get))
        .containsExactly("gateway", "store");
  }

  @Test
  void those_with_names_of_their_own_are_all_counted() {
    assertThat(Namesakes.apart(List.of("store", "gateway-app"), NAMES::get))
        .containsExactly("gateway-app", "store");
    assertThat(Namesakes.apart(List.of(), NAMES::get)).isEmpty();
  }
}
