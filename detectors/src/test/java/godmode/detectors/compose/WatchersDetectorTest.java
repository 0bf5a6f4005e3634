package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import org.junit.jupiter.api.Test;

class WatchersDetectorTest {
  @Test
  void watchers_of_the_docker_daemon_watch_every_container() {
    MemorySnapshot files =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  orders: {image: acme/orders}
                  db: {image: postgres}
                  metrics:
                    image: google/cadvisor
                    volumes: ["/var/run:/var/run:rw"]
                  logs:
                    image: docker.elastic.co/beats/filebeat:7.1
                    volumes: ["/var/lib/docker/containers:/c:ro"]
                """);

    assertThat(Detections.in(new WatchersDetector(), files))
        .containsExactly(
            "6 metrics -> orders metrics (inferred)",
            "6 metrics -> db metrics (inferred)",
            "6 metrics -> logs metrics (inferred)",
            "9 orders -> logs log (inferred)",
            "9 db -> logs log (inferred)",
            "9 metrics -> logs log (inferred)");
  }

  @Test
  void gateways_and_consoles_and_those_without_the_socket_watch_nobody() {
    MemorySnapshot files =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  orders: {image: acme/orders}
                  edge:
                    image: traefik
                    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                  console:
                    image: portainer/portainer
                    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                  metrics: {image: google/cadvisor}
                """);

    assertThat(Detections.in(new WatchersDetector(), files)).isEmpty();
  }
}
