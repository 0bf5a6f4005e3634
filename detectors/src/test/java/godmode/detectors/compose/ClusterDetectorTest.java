package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClusterDetectorTest {
  private static List<String> detect(String compose) {
    return Detections.in(new ClusterDetector(), compose);
  }

  @Test
  void brokers_with_one_zookeeper_are_one_cluster() {
    assertThat(
            detect(
                """
                services:
                  zk: {image: zookeeper}
                  k1: {image: wurstmeister/kafka, environment: {KAFKA_ZOOKEEPER_CONNECT: 'zk:2181'}}
                  k2: {image: wurstmeister/kafka, environment: {KAFKA_ZOOKEEPER_CONNECT: 'zk:2181'}}
                  other: {image: wurstmeister/kafka, environment: {KAFKA_ZOOKEEPER_CONNECT: 'z:1'}}
                """))
        .containsExactly("3 kafka cluster of k1, k2", "4 kafka cluster of k1, k2");
  }

  @Test
  void voters_are_one_cluster_and_brokers_without_a_vote_another() {
    assertThat(
            detect(
                """
                x-env: &env {KAFKA_CONTROLLER_QUORUM_VOTERS: '1@c1:9093,2@c2:9093'}
                services:
                  c1: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: controller}}
                  c2: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: controller}}
                  b1: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: broker}}
                  b2: {image: apache/kafka, environment: {<<: *env, KAFKA_PROCESS_ROLES: broker}}
                """))
        .containsExactly(
            "1 kafka cluster of c1, c2",
            "1 kafka cluster of c1, c2",
            "1 kafka cluster of c1, c2",
            "1 kafka cluster of b1, b2",
            "1 kafka cluster of c1, c2",
            "1 kafka cluster of b1, b2");
  }

  @Test
  void lists_of_members_name_services() {
    assertThat(
            detect(
                """
                services:
                  zoo1:
                    image: zookeeper
                    environment:
                      ZOO_SERVERS: server.1=zoo1:2888:3888;2181 server.2=zoo2:2888:3888;2181
                  zoo2: {image: zookeeper}
                  e1:
                    image: quay.io/coreos/etcd
                    command: etcd --initial-cluster e1=http://e1:2380,e2=http://e2:2380
                  e2: {image: quay.io/coreos/etcd}
                """))
        .containsExactly("5 zookeeper cluster of zoo1, zoo2", "9 etcd cluster of e1, e2");
  }

  @Test
  void a_replica_and_its_primary_are_one_cluster_and_their_sentinels_another() {
    assertThat(
            detect(
                """
                services:
                  primary: {image: redis}
                  replica: {image: redis, command: redis-server --replicaof primary 6379}
                  s1:
                    image: bitnami/redis-sentinel
                    environment: {REDIS_MASTER_HOST: primary}
                  s2:
                    image: bitnami/redis-sentinel
                    environment: {REDIS_MASTER_HOST: primary}
                """))
        .containsExactly(
            "3 redis cluster of replica, primary",
            "4 redis cluster of s1, s2",
            "7 redis cluster of s1, s2");
  }

  @Test
  void a_job_may_make_the_cluster() {
    assertThat(
            detect(
                """
                services:
                  r1: {image: redis}
                  r2: {image: redis}
                  make:
                    image: redis
                    command: redis-cli --cluster create r1:6379 r2:6379 --cluster-yes
                """))
        .containsExactly("6 redis cluster of r1, r2");
  }

  @Test
  void a_replica_set_is_one_cluster_and_each_shard_its_own() {
    assertThat(
            detect(
                """
                services:
                  a1: {image: mongo, command: mongod --replSet a}
                  a2: {image: mongo, command: mongod --replSet a}
                  b1: {image: mongo, command: mongod --replSet b}
                """))
        .containsExactly("2 mongodb cluster of a1, a2", "3 mongodb cluster of a1, a2");
  }

  @Test
  void servers_of_one_technology_are_no_cluster_by_themselves() {
    assertThat(detect("services: {orders-db: {image: postgres}, carts-db: {image: postgres}}"))
        .isEmpty();
  }

  @Test
  void members_of_patroni_share_a_scope_and_servers_of_nats_name_their_routes() {
    assertThat(
            detect(
                """
                services:
                  a1: {image: ghcr.io/zalando/spilo-17, environment: {SCOPE: a}}
                  a2: {image: ghcr.io/zalando/spilo-17, environment: {SCOPE: a}}
                  b1: {image: ghcr.io/zalando/spilo-17, environment: {SCOPE: b}}
                  n1: {image: nats, command: [--routes=nats://n1:6222]}
                  n2: {image: nats, command: ['--routes=nats://n1:6222,nats://n2:6222']}
                """))
        .containsExactly(
            "2 patroni cluster of a1, a2",
            "3 patroni cluster of a1, a2",
            "6 nats cluster of n2, n1");
  }

  @Test
  void a_shell_of_mongo_that_begins_a_set_is_a_job_although_hosts_are_called_like_servers() {
    assertThat(
            detect(
                """
                services:
                  mongodb-1: {image: mongo, command: mongod --replSet a}
                  mongodb-2: {image: mongo, command: mongod --replSet a}
                  begin:
                    image: mongo
                    entrypoint: [mongosh, --host=mongodb-1, --eval, "rs.initiate({members: [{_id: 0, host: 'mongodb-1'}, {_id: 1, host: 'mongodb-2'}]})"]
                """))
        .contains("6 mongodb cluster of mongodb-1, mongodb-2");
  }
}
