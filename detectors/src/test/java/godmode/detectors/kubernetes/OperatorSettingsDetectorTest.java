package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorSettingsDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new OperatorSettingsDetector(), manifest);
  }

  @Test
  void reads_kafka_and_its_node_pools() {
    assertThat(
            detect(
                """
                apiVersion: kafka.strimzi.io/v1
                kind: Kafka
                metadata: {name: events}
                spec:
                  kafka:
                    config:
                      default.replication.factor: 3
                      min.insync.replicas: 2
                      unclean.leader.election.enable: "false"
                    template:
                      podDisruptionBudget: {maxUnavailable: 1}
                ---
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaNodePool
                metadata: {name: dual, labels: {strimzi.io/cluster: events}}
                spec:
                  replicas: 3
                  roles: [controller, broker]
                  storage: {type: jbod}
                  template:
                    pod:
                      topologySpreadConstraints:
                        - topologyKey: topology.kubernetes.io/zone
                          maxSkew: 1
                          minDomains: 3
                          whenUnsatisfiable: DoNotSchedule
                          labelSelector: {matchLabels: {strimzi.io/cluster: events}}
                """))
        .containsExactly(
            "a.yaml:7 AttributeSeen[component=events, said=replication-factor=3 STATED]",
            "a.yaml:8 AttributeSeen[component=events, said=min-insync-replicas=2 STATED]",
            "a.yaml:9 AttributeSeen[component=events, said=unclean-leader-election=false STATED]",
            "a.yaml:11 AttributeSeen[component=events, said=max-unavailable=1 STATED]",
            "a.yaml:19 AttributeSeen[component=events, said=persistent=true STATED]",
            "a.yaml:23 AttributeSeen[component=events, said=zone-spread=even STATED]",
            "a.yaml:25 AttributeSeen[component=events, said=zones=3 STATED]");
  }

  @Test
  void reads_how_postgres_replicates_under_three_operators() {
    assertThat(
            detect(
                """
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: orders}
                spec:
                  instances: 3
                  postgresql:
                    parameters: {synchronous_commit: "off"}
                    synchronous: {method: any, number: 2}
                ---
                apiVersion: acid.zalan.do/v1
                kind: postgresql
                metadata: {name: carts}
                spec:
                  numberOfInstances: 2
                  patroni: {synchronous_mode: true, ttl: 20, loop_wait: 10, retry_timeout: 10}
                ---
                apiVersion: postgres-operator.crunchydata.com/v1beta1
                kind: PostgresCluster
                metadata: {name: users}
                spec:
                  patroni: {dynamicConfiguration: {synchronous_mode: false, postgresql: {parameters: {fsync: "off"}}}}
                """))
        .containsExactly(
            "a.yaml:7 AttributeSeen[component=orders, said=flush=each-second STATED]",
            "a.yaml:8 AttributeSeen[component=orders, said=replication-mode=synchronous STATED]",
            "a.yaml:8 AttributeSeen[component=orders, said=synchronous-copies=2 STATED]",
            "a.yaml:15 AttributeSeen[component=carts, said=replication-mode=synchronous STATED]",
            "a.yaml:15 AttributeSeen[component=carts, said=election-timeout=PT20S STATED]",
            "a.yaml:15 AttributeSeen[component=carts, said=heartbeat=PT30S STATED]",
            "a.yaml:21 AttributeSeen[component=users, said=replication-mode=asynchronous STATED]",
            "a.yaml:21 AttributeSeen[component=users, said=flush=never STATED]");
  }

  @Test
  void counts_no_copy_that_a_write_need_not_wait_for() {
    String cluster =
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: orders}
        spec:
          instances: 3
          postgresql:
            synchronous: {method: any, number: 2, dataDurability: %s}
        """;
    String mode =
        "a.yaml:7 AttributeSeen[component=orders, said=replication-mode=synchronous STATED]";
    assertThat(detect(cluster.formatted("required")))
        .containsExactly(
            mode, "a.yaml:7 AttributeSeen[component=orders, said=synchronous-copies=2 STATED]");
    assertThat(detect(cluster.formatted("preferred"))).containsExactly(mode);
  }

  @Test
  void reads_what_brokers_caches_and_coordinators_are_told() {
    assertThat(
            detect(
                """
                apiVersion: rabbitmq.com/v1beta1
                kind: RabbitmqCluster
                metadata: {name: jobs}
                spec:
                  replicas: 3
                  rabbitmq:
                    additionalConfig: |
                      log.console = true
                      cluster_partition_handling = ignore
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - {topologyKey: kubernetes.io/hostname, labelSelector: {}}
                ---
                apiVersion: databases.spotahome.com/v1
                kind: RedisFailover
                metadata: {name: carts}
                spec:
                  sentinel: {replicas: 3}
                  redis: {replicas: 3, customConfig: ["min-replicas-to-write 1"]}
                ---
                apiVersion: redis.redis.opstreelabs.in/v1beta2
                kind: RedisSentinel
                metadata: {name: watch}
                spec:
                  clusterSize: 2
                  redisSentinelConfig: {redisReplicationName: sessions, quorum: "1"}
                ---
                apiVersion: operator.etcd.io/v1alpha1
                kind: EtcdCluster
                metadata: {name: config}
                spec: {size: 3, etcdOptions: [--heartbeat-interval=100, --election-timeout=1000]}
                ---
                apiVersion: zookeeper.pravega.io/v1beta1
                kind: ZookeeperCluster
                metadata: {name: zk}
                spec: {replicas: 3, storageType: ephemeral}
                """))
        .containsExactly(
            "a.yaml:9 AttributeSeen[component=jobs, said=partition-handling=ignore STATED]",
            "a.yaml:13 AttributeSeen[component=jobs, said=node-spread=one-each STATED]",
            "a.yaml:5 AttributeSeen[component=jobs, said=max-unavailable=3 INFERRED] (inferred)",
            "a.yaml:19 AttributeSeen[component=carts, said=sentinels=3 STATED]",
            "a.yaml:20 AttributeSeen[component=carts, said=min-replicas-to-write=1 STATED]",
            "a.yaml:26 AttributeSeen[component=sessions, said=sentinels=2 STATED]",
            "a.yaml:27 AttributeSeen[component=sessions, said=sentinel-quorum=1 STATED]",
            "a.yaml:32 AttributeSeen[component=config, said=heartbeat=PT0.1S STATED]",
            "a.yaml:32 AttributeSeen[component=config, said=election-timeout=PT1S STATED]",
            "a.yaml:37 AttributeSeen[component=zk, said=persistent=false STATED]");
  }

  @Test
  void reads_budgets_durability_and_configuration_files() {
    assertThat(
            detect(
                """
                apiVersion: crdb.cockroachlabs.com/v1alpha1
                kind: CrdbCluster
                metadata: {name: ledger}
                spec: {nodes: 4, maxUnavailable: 1}
                ---
                apiVersion: planetscale.com/v2
                kind: VitessCluster
                metadata: {name: shards}
                spec: {keyspaces: [{name: a, durabilityPolicy: none}]}
                ---
                apiVersion: pxc.percona.com/v1
                kind: PerconaXtraDBCluster
                metadata: {name: shop}
                spec:
                  pxc:
                    configuration: |
                      [mysqld]
                      wsrep_provider_options="pc.ignore_quorum=true"
                ---
                apiVersion: mongodbcommunity.mongodb.com/v1
                kind: MongoDBCommunity
                metadata: {name: docs}
                spec:
                  statefulSet:
                    spec:
                      template:
                        spec:
                          affinity:
                            podAntiAffinity:
                              preferredDuringSchedulingIgnoredDuringExecution:
                                - podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {}}
                """))
        .containsExactly(
            "a.yaml:4 AttributeSeen[component=ledger, said=max-unavailable=1 STATED]",
            "a.yaml:9 AttributeSeen[component=shards, said=replication-mode=asynchronous STATED]",
            "a.yaml:18 AttributeSeen[component=shop, said=quorum-override=pc.ignore_quorum STATED]",
            "a.yaml:31 AttributeSeen[component=docs, said=node-spread=preferred STATED]");
  }

  @Test
  void reads_topics_of_strimzi() {
    assertThat(
            Detections.in(
                new TopicResourceDetector(),
                """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: orders, labels: {strimzi.io/cluster: events}}
                spec: {partitions: 12, replicas: 3, config: {min.insync.replicas: 2}}
                """))
        .singleElement()
        .asString()
        .startsWith("a.yaml:3 ChannelSeen[broker=events, channel=orders, properties=[")
        .contains("replication-factor=3 STATED", "partitions=12", "min-insync-replicas=2");
  }

  @Test
  void reads_where_percona_places_pods_and_how_many_may_go() {
    assertThat(
            detect(
                """
                apiVersion: psmdb.percona.com/v1
                kind: PerconaServerMongoDB
                metadata: {name: carts}
                spec:
                  replsets:
                    - size: 3
                      affinity: {antiAffinityTopologyKey: kubernetes.io/hostname}
                      podDisruptionBudget: {maxUnavailable: 1}
                ---
                apiVersion: pxc.percona.com/v1
                kind: PerconaXtraDBCluster
                metadata: {name: orders}
                spec:
                  pxc:
                    size: 3
                    affinity: {antiAffinityTopologyKey: none}
                ---
                apiVersion: zookeeper.pravega.io/v1beta1
                kind: ZookeeperCluster
                metadata: {name: zk}
                spec: {replicas: 3, maxUnavailableReplicas: 2}
                ---
                apiVersion: elasticsearch.k8s.elastic.co/v1
                kind: Elasticsearch
                metadata: {name: search}
                spec:
                  podDisruptionBudget: {spec: {minAvailable: 2}}
                """))
        .containsExactly(
            "a.yaml:7 AttributeSeen[component=carts, said=node-spread=one-each STATED]",
            "a.yaml:8 AttributeSeen[component=carts, said=max-unavailable=1 STATED]",
            "a.yaml:16 AttributeSeen[component=orders, said=node-spread=none STATED]",
            "a.yaml:21 AttributeSeen[component=zk, said=max-unavailable=2 STATED]",
            "a.yaml:27 AttributeSeen[component=search, said=min-available=2 STATED]");
  }

  @Test
  void a_budget_beside_a_cluster_whose_operator_makes_none_counts_and_so_does_its_absence() {
    String rabbit =
        """
        apiVersion: rabbitmq.com/v1beta1
        kind: RabbitmqCluster
        metadata: {name: jobs}
        spec: {replicas: 3}
        """;
    String budget =
        """
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: jobs}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {%s}}
        """;
    assertThat(detect(rabbit))
        .containsExactly(
            "a.yaml:4 AttributeSeen[component=jobs, said=max-unavailable=3 INFERRED] (inferred)");
    assertThat(detect(rabbit + budget.formatted("app.kubernetes.io/name: jobs")))
        .containsExactly("a.yaml:10 AttributeSeen[component=jobs, said=max-unavailable=1 STATED]");
    // Pods may have labels that nobody sees here.
    assertThat(detect(rabbit + budget.formatted("team: orders"))).isEmpty();
  }

  @Test
  void reads_the_config_map_that_opstree_is_told_of() {
    assertThat(
            detect(
                """
                apiVersion: redis.redis.opstreelabs.in/v1beta2
                kind: RedisReplication
                metadata: {name: carts}
                spec:
                  redisConfig: {additionalRedisConfig: settings}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data:
                  redis-additional.conf: |
                    min-replicas-to-write 1
                """))
        .containsExactly(
            "a.yaml:12 AttributeSeen[component=carts, said=min-replicas-to-write=1 STATED]");
  }
}
