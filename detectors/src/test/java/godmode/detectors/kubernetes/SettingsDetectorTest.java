package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new SettingsDetector(), manifest);
  }

  @Test
  void reads_the_settings_of_a_server_options_before_variables() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: etcd}
                spec:
                  template:
                    metadata: {labels: {app: etcd}}
                    spec:
                      containers:
                        - name: main
                          image: quay.io/coreos/etcd:v3.5
                          command: [etcd, --initial-cluster, "a=http://etcd-0.etcd:2380,b=http://etcd-1.etcd:2380,c=http://etcd-2.etcd:2380"]
                          env:
                            - {name: ETCD_INITIAL_CLUSTER, value: "a=http://x:2380"}
                """))
        .containsExactly("a.yaml:11 AttributeSeen[component=etcd, said=peers=3 STATED]");
  }

  @Test
  void reads_files_inside_config_maps() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: kafka}
                spec:
                  template:
                    metadata: {labels: {app: kafka}}
                    spec:
                      containers:
                        - name: main
                          image: apache/kafka
                          volumeMounts: [{name: c, mountPath: /x}]
                      volumes: [{name: c, configMap: {name: c}}]
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c}
                data:
                  server.properties: |
                    broker.id=0
                    min.insync.replicas=2
                """))
        .containsExactly(
            "a.yaml:20 AttributeSeen[component=kafka, said=min-insync-replicas=2 STATED]");
  }

  @Test
  void joins_workloads_that_list_each_other() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: zk1}
                spec:
                  template:
                    metadata: {labels: {app: zk1}}
                    spec:
                      containers:
                        - name: main
                          image: zookeeper:3.9
                          env:
                            - {name: ZOO_SERVERS, value: "server.1=zk1:2888:3888;2181 server.2=zk2:2888:3888;2181"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: zk2}
                spec:
                  template:
                    metadata: {labels: {app: zk2}}
                    spec:
                      containers:
                        - name: main
                          image: zookeeper:3.9
                          env:
                            - {name: ZOO_SERVERS, value: "server.1=zk1:2888:3888;2181 server.2=zk2:2888:3888;2181"}
                """))
        .containsExactly(
            "a.yaml:12 AttributeSeen[component=zk1, said=peers=2 STATED]",
            "a.yaml:3 ClusterSeen[technology=zookeeper, members=[zk1, zk2]]",
            "a.yaml:25 AttributeSeen[component=zk2, said=peers=2 STATED]",
            "a.yaml:16 ClusterSeen[technology=zookeeper, members=[zk1, zk2]]");
  }

  @Test
  void does_not_take_a_client_for_a_server() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: order}
                spec:
                  template:
                    metadata: {labels: {app: order}}
                    spec:
                      containers:
                        - name: main
                          image: acme/order
                          env:
                            - {name: KAFKA_MIN_INSYNC_REPLICAS, value: "2"}
                """))
        .isEmpty();
  }

  @Test
  void reads_documents_in_variables_and_scripts_that_begin_a_replica_set() {
    assertThat(
            Detections.in(
                new SettingsDetector(),
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: orders}
                spec:
                  containers:
                    - name: patroni
                      image: ghcr.io/zalando/spilo-17:4.0
                      env:
                        - name: SPILO_CONFIGURATION
                          value: |
                            bootstrap: {dcs: {synchronous_mode: true}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: carts}
                spec:
                  containers:
                    - name: mongo
                      image: mongo:8
                      volumeMounts: [{name: initiate, mountPath: /initiate}]
                  volumes: [{name: initiate, configMap: {name: initiate}}]
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: initiate}
                data:
                  initiate.js: |
                    rs.initiate({_id: 'a', members: [
                      {_id: 0, host: 'a-0:27017'},
                      {_id: 1, host: 'a-1:27017'},
                      {_id: 2, host: 'a-2:27017', arbiterOnly: true}]})
                """))
        .containsExactly(
            "a.yaml:11 AttributeSeen[component=orders, said=replication-mode=synchronous STATED]",
            "a.yaml:28 AttributeSeen[component=carts, said=peers=3 STATED]",
            "a.yaml:28 AttributeSeen[component=carts, said=arbiters=1 STATED]");
  }
}
