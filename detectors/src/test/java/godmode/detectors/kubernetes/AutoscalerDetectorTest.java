package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AutoscalerDetectorTest {
  private static List<String> detect(String target, String... deployments) {
    StringBuilder manifest = new StringBuilder();
    manifest.append(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: scaler}
        spec:
          scaleTargetRef: {kind: Deployment, name: %s}
        """
            .formatted(target));
    for (String name : deployments) {
      manifest.append(
          """
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: %s}
          spec: {template: {spec: {containers: [{name: c, image: example/c}]}}}
          """
              .formatted(name));
    }
    return Detections.in(new AutoscalerDetector(), manifest.toString());
  }

  @Test
  void a_target_that_is_none_of_the_workloads_was_meant_for_the_nearest() {
    assertThat(detect("cart", "carts", "carts-db", "orders"))
        .containsExactly("a.yaml:5 AttributeSeen[component=carts, said=autoscaled-as=cart STATED]");
  }

  @Test
  void a_target_that_is_there_is_named_rightly_whatever_is_like_it() {
    assertThat(detect("cart", "cart", "carts")).isEmpty();
  }

  @Test
  void a_target_that_is_like_nothing_or_like_two_is_left_alone() {
    assertThat(detect("payment", "carts")).isEmpty();
    assertThat(detect("cart", "cart-a", "cart-b")).isEmpty();
    assertThat(detect("ca", "cat")).isEmpty();
  }
}
