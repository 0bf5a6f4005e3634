package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesDetectorTest {
  private static final String SERVICE =
      """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: orders}
      spec: {selector: {app: orders}, ports: [{port: 80}]}
      """;

  private static List<String> detect(String probes, String further) {
    return Detections.in(
        new ProbesDetector(),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders}
        spec:
          template:
            metadata: {labels: {app: orders}}
            spec:
              containers:
                - name: orders
                  image: example/orders:1
        """
            + probes.indent(10)
            + further);
  }

  @Test
  void a_container_without_a_probe_is_ready_when_it_runs() {
    assertThat(detect("", SERVICE))
        .containsExactly(
            "a.yaml:9 AttributeSeen[component=orders, said=readiness-probe=false STATED]");
  }

  @Test
  void a_liveness_probe_keeps_no_requests_away() {
    assertThat(detect("livenessProbe: {httpGet: {path: /actuator/health, port: 80}}", SERVICE))
        .containsExactly(
            "a.yaml:11 AttributeSeen[component=orders, said=liveness-path=/actuator/health STATED]",
            "a.yaml:9 AttributeSeen[component=orders, said=readiness-probe=false STATED]");
  }

  @Test
  void a_readiness_or_a_startup_probe_does() {
    assertThat(detect("readinessProbe: {grpc: {port: 80}}", SERVICE))
        .containsExactly(
            "a.yaml:11 AttributeSeen[component=orders, said=readiness-probe=true STATED]");
    assertThat(detect("startupProbe: {tcpSocket: {port: 80}}", SERVICE))
        .containsExactly(
            "a.yaml:11 AttributeSeen[component=orders, said=readiness-probe=true STATED]");
  }

  @Test
  void nothing_is_said_of_pods_that_no_service_sends_requests_to() {
    assertThat(detect("", "")).isEmpty();
  }
}
