package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementDetectorTest {
  private static final String HEAD =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: etcd}
      spec:
        replicas: 3
        template:
          metadata: {labels: {app: etcd}}
          spec:
            containers: [{name: etcd, image: quay.io/coreos/etcd:v3.6.0}]
      """;

  private static List<String> detect(String rest) {
    return Detections.in(new PlacementDetector(), HEAD + rest);
  }

  @Test
  void says_that_nothing_places_members_and_that_all_may_be_drained() {
    assertThat(detect(""))
        .containsExactly(
            "a.yaml:3 AttributeSeen[component=etcd, said=node-spread=none INFERRED] (inferred)",
            "a.yaml:3 AttributeSeen[component=etcd, said=zone-spread=none INFERRED] (inferred)",
            "a.yaml:3 AttributeSeen[component=etcd, said=max-unavailable=3 INFERRED] (inferred)");
  }

  @Test
  void takes_the_strongest_of_what_keeps_members_apart() {
    assertThat(
            detect(
                """
                      affinity:
                        podAntiAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                            - weight: 1
                              podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: etcd}}}
                          requiredDuringSchedulingIgnoredDuringExecution:
                            - topologyKey: kubernetes.io/hostname
                              labelSelector: {matchExpressions: [{key: app, operator: In, values: [etcd, consul]}]}
                      topologySpreadConstraints:
                        - topologyKey: topology.kubernetes.io/zone
                          maxSkew: 1
                          minDomains: 3
                          whenUnsatisfiable: DoNotSchedule
                          labelSelector: {matchLabels: {app: etcd}}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: etcd}
                spec:
                  minAvailable: 51%
                  selector: {matchExpressions: [{key: app, operator: Exists}]}
                """))
        .containsExactly(
            "a.yaml:16 AttributeSeen[component=etcd, said=node-spread=one-each STATED]",
            "a.yaml:19 AttributeSeen[component=etcd, said=zone-spread=even STATED]",
            "a.yaml:21 AttributeSeen[component=etcd, said=zones=3 STATED]",
            "a.yaml:29 AttributeSeen[component=etcd, said=min-available=2 STATED]");
  }

  @Test
  void a_constraint_that_picks_other_pods_or_is_not_enforced_keeps_little_apart() {
    assertThat(
            detect(
                """
                      affinity:
                        podAntiAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                            - topologyKey: kubernetes.io/hostname
                              labelSelector: {matchLabels: {app: other}}
                      topologySpreadConstraints:
                        - {topologyKey: topology.kubernetes.io/zone, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}
                        - {topologyKey: kubernetes.io/hostname, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: other}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: other}}}
                """))
        .containsExactly(
            "a.yaml:3 AttributeSeen[component=etcd, said=node-spread=none INFERRED] (inferred)",
            "a.yaml:16 AttributeSeen[component=etcd, said=zone-spread=preferred STATED]",
            "a.yaml:3 AttributeSeen[component=etcd, said=max-unavailable=3 INFERRED] (inferred)");
  }

  @Test
  void counts_the_zones_that_pods_are_bound_to() {
    assertThat(
            detect(
                """
                      affinity:
                        nodeAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                            nodeSelectorTerms:
                              - matchExpressions: [{key: topology.kubernetes.io/zone, operator: In, values: [a, b]}]
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: etcd}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: etcd}}}
                """))
        .containsExactly(
            "a.yaml:3 AttributeSeen[component=etcd, said=node-spread=none INFERRED] (inferred)",
            "a.yaml:3 AttributeSeen[component=etcd, said=zone-spread=none INFERRED] (inferred)",
            "a.yaml:14 AttributeSeen[component=etcd, said=zones=2 STATED]",
            "a.yaml:19 AttributeSeen[component=etcd, said=max-unavailable=1 STATED]");
    assertThat(detect("      nodeSelector: {topology.kubernetes.io/zone: a}\n"))
        .contains("a.yaml:10 AttributeSeen[component=etcd, said=zones=1 STATED]");
  }

  @Test
  void says_nothing_of_what_keeps_no_state() {
    assertThat(Detections.in(new PlacementDetector(), HEAD.replace("coreos/etcd", "acme/orders")))
        .isEmpty();
  }
}
