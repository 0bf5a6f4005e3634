package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionDetectorTest {
  private static List<String> of(String settings) {
    return new Traced()
        .file("orders/src/main/resources/application.yml", settings)
        .by(new SubscriptionDetector());
  }

  @Test
  void tells_a_binding_without_a_group_from_one_with() {
    assertThat(
            of(
                """
                spring.cloud.stream.bindings:
                  placed-in-0.destination: orders
                  paid-in-0:
                    destination: payments
                    group: billing
                  out-0.destination: bills
                """))
        .containsExactly(
            "placed-in-0: consumer-group=none | application.yml:2",
            "paid-in-0: consumer-group=billing | application.yml:4");
  }

  @Test
  void takes_the_group_for_all() {
    assertThat(
            of(
                """
                spring.cloud.stream.default.group: shop
                spring.cloud.stream.bindings.input.destination: orders
                """))
        .containsExactly("input: consumer-group=shop | application.yml:2");
  }
}
