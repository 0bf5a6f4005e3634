package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new OperatorDetector(), manifest);
  }

  @Test
  void counts_the_members_an_operator_makes() {
    assertThat(
            detect(
                """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: orders}
            spec: {instances: 3}
            """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=orders, type=DATABASE, technology=cloudnativepg, presence=DEPLOYED]",
            "a.yaml:4 AttributeSeen[component=orders, said=members=3 STATED]");
  }

  @Test
  void sums_the_broker_pools_of_kafka() {
    assertThat(
            detect(
                """
            apiVersion: kafka.strimzi.io/v1
            kind: Kafka
            metadata: {name: events}
            spec: {kafka: {version: 4.0.0}}
            ---
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaNodePool
            metadata: {name: dual, labels: {strimzi.io/cluster: events}}
            spec: {replicas: 3, roles: [controller, broker]}
            ---
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaNodePool
            metadata: {name: more, labels: {strimzi.io/cluster: events}}
            spec: {replicas: 2, roles: [broker]}
            ---
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaNodePool
            metadata: {name: control, labels: {strimzi.io/cluster: events}}
            spec: {replicas: 3, roles: [controller]}
            """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=events, type=BROKER, technology=kafka, presence=DEPLOYED]",
            "a.yaml:8 AttributeSeen[component=events, said=members=5 STATED]");
  }

  @Test
  void takes_routes_of_a_mesh_for_no_component() {
    assertThat(
            detect(
                """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: frontend}
            spec: {hosts: [frontend]}
            """))
        .isEmpty();
  }

  @Test
  void does_not_add_up_groups_of_nodes_nor_take_a_part_for_a_cluster() {
    assertThat(
            detect(
                """
                apiVersion: elasticsearch.k8s.elastic.co/v1
                kind: Elasticsearch
                metadata: {name: logs}
                spec: {nodeSets: [{name: a, count: 3}, {name: b, count: 2}]}
                ---
                apiVersion: postgresql.cnpg.io/v1
                kind: Pooler
                metadata: {name: pool}
                spec: {instances: 2}
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=logs, type=SEARCH, technology=elasticsearch,"
                + " presence=DEPLOYED]",
            "a.yaml:3 AttributeUnread[component=logs, attribute=members, why=its groups of nodes"
                + " are not read yet]");
  }
}
