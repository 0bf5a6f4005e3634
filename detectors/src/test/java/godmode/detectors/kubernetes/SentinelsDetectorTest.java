package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentinelsDetectorTest {
  private static final String PRIMARY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: carts}
      spec:
        containers:
          - {name: master, image: "redis:7"}
          - {name: watch, image: "redis:7", command: [redis-sentinel, /etc/sentinel.conf]}
      """;

  private static final String WATCHERS =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: watchers}
      spec:
        replicas: %s
        template:
          spec:
            containers:
              - name: sentinel
                image: redis:7
                env: [{name: SENTINEL, value: "true"}]
      """;

  @Test
  void counts_those_beside_the_server_and_those_in_pods_of_their_own() {
    assertThat(Detections.in(new SentinelsDetector(), PRIMARY + WATCHERS.formatted("2")))
        .containsExactly("a.yaml:13 AttributeSeen[component=carts, said=sentinels=3 STATED]");
    assertThat(Detections.in(new SentinelsDetector(), PRIMARY))
        .containsExactly("a.yaml:7 AttributeSeen[component=carts, said=sentinels=1 STATED]");
  }

  @Test
  void counts_nothing_where_a_number_is_missing_or_several_servers_could_be_meant() {
    assertThat(Detections.in(new SentinelsDetector(), PRIMARY + WATCHERS.formatted("\"${N}\"")))
        .isEmpty();
    String server =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec: {containers: [{name: redis, image: "redis:7"}]}
        ---
        """;
    String two = server.formatted("carts") + server.formatted("sessions");
    assertThat(Detections.in(new SentinelsDetector(), two + WATCHERS.formatted("3"))).isEmpty();
  }

  @Test
  void a_server_that_asks_a_host_of_that_name_is_none() {
    String script =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: %s}
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: redis
                  image: redis:7
                  command: [sh, -c]
                  args:
                    - |
                      %s
        ---
        """;
    String server =
        script.formatted(
            "carts",
            "primary=$(redis-cli -h redis-sentinel -p 26379 ping) && exec redis-server /a.conf");
    String sentinel =
        script.formatted(
            "watchers",
            "[ -f /data/s.conf ] || cp /a /data/s.conf; exec redis-sentinel /data/s.conf");
    assertThat(Detections.in(new SentinelsDetector(), server + sentinel))
        .containsExactly("a.yaml:20 AttributeSeen[component=carts, said=sentinels=3 STATED]");
  }

  @Test
  void a_sentinel_is_no_store() {
    assertThat(Detections.in(new WorkloadDetector(), WATCHERS.formatted("3")))
        .contains(
            "a.yaml:11 ComponentSeen[name=watchers, type=COORDINATION, technology=.empty,"
                + " presence=DEPLOYED] (inferred)");
    assertThat(Detections.in(new StorageDetector(), WATCHERS.formatted("3"))).isEmpty();
  }
}
