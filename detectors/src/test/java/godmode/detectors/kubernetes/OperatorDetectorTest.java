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
            "a.yaml:9 AttributeSeen[component=events, said=members=5 STATED]",
            "a.yaml:9 AttributeSeen[component=events, said=voters=6 STATED]");
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
  void adds_up_groups_of_nodes_and_takes_no_part_for_a_cluster() {
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
            "a.yaml:4 AttributeSeen[component=logs, said=members=5 STATED]",
            "a.yaml:4 AttributeSeen[component=logs, said=voters=5 STATED]");
  }

  @Test
  void counts_what_holds_data_and_what_votes() {
    assertThat(
            detect(
                """
                apiVersion: elasticsearch.k8s.elastic.co/v1
                kind: Elasticsearch
                metadata: {name: logs}
                spec:
                  nodeSets:
                    - {name: m, count: 3, config: {node.roles: [master]}}
                    - {name: d, count: 4, config: {node.roles: [data_hot, ingest]}}
                ---
                apiVersion: psmdb.percona.com/v1
                kind: PerconaServerMongoDB
                metadata: {name: docs}
                spec: {replsets: [{name: rs0, size: 2, arbiter: {enabled: true, size: 1}}]}
                ---
                apiVersion: postgres-operator.crunchydata.com/v1beta1
                kind: PostgresCluster
                metadata: {name: users}
                spec: {instances: [{name: a, replicas: 2}, {name: b}]}
                ---
                apiVersion: mongodbcommunity.mongodb.com/v1
                kind: MongoDBCommunity
                metadata: {name: carts}
                spec: {members: 2, arbiters: 1}
                """))
        .filteredOn(line -> line.contains("AttributeSeen"))
        .containsExactly(
            "a.yaml:7 AttributeSeen[component=logs, said=members=4 STATED]",
            "a.yaml:6 AttributeSeen[component=logs, said=voters=3 STATED]",
            "a.yaml:12 AttributeSeen[component=docs, said=members=2 STATED]",
            "a.yaml:12 AttributeSeen[component=docs, said=arbiters=1 STATED]",
            "a.yaml:12 AttributeSeen[component=docs, said=voters=3 STATED]",
            "a.yaml:17 AttributeSeen[component=users, said=members=3 STATED]",
            "a.yaml:22 AttributeSeen[component=carts, said=members=2 STATED]",
            "a.yaml:22 AttributeSeen[component=carts, said=arbiters=1 STATED]",
            "a.yaml:22 AttributeSeen[component=carts, said=voters=3 STATED]");
  }
}
