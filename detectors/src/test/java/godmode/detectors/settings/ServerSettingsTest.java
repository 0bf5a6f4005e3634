package godmode.detectors.settings;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
  private static final Place START = new Place("f", 1, 1);

  private static List<String> read(String technology, List<WrittenSetting> written) {
    Reading reading = ServerSettings.of(technology, written);
    List<String> found = new ArrayList<>();
    reading.said().forEach(s -> found.add(s.at() + " " + s.attribute() + "=" + s.value()));
    reading.gaps().forEach(gap -> found.add(gap.at() + " " + gap.attribute() + "? " + gap.why()));
    if (!reading.peers().isEmpty()) {
      found.add(String.join(" ", reading.peers()));
    }
    return found;
  }

  private static List<WrittenSetting> lines(String text) {
    return WrittenSettings.ofFile("server.properties", text, START);
  }

  private static List<WrittenSetting> arguments(String... words) {
    return WrittenSettings.ofArguments(
        List.of(words).stream().map(word -> Located.scalar(START, word, true)).toList());
  }

  @Test
  void reads_brokers_of_kafka_from_variables_and_files_and_believes_the_first() {
    assertThat(
            read(
                "kafka",
                lines(
                    """
                    KAFKA_CFG_MIN_INSYNC_REPLICAS=2
                    min.insync.replicas=1
                    KAFKA_DEFAULT_REPLICATION_FACTOR=3
                    unclean.leader.election.enable = true
                    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR=1
                    transaction.state.log.replication.factor=${RF}
                    # default.replication.factor=9
                    KAFKA_CONTROLLER_QUORUM_VOTERS=1@kafka-1:9093,2@kafka-2:9093
                    """)))
        .containsExactly(
            "f:1 min-insync-replicas=2",
            "f:3 replication-factor=3",
            "f:4 unclean-leader-election=true",
            "f:5 offsets-topic-replication-factor=1",
            "f:8 peers=2",
            "f:6 transaction-log-replication-factor? transaction.state.log.replication.factor has"
                + " no value to read here",
            "kafka-1 kafka-2");
  }

  @Test
  void counts_the_members_of_etcd_and_not_an_expression() {
    assertThat(
            read(
                "etcd",
                arguments(
                    "etcd", "--initial-cluster", "a=http://etcd-a:2380,b=http://etcd-b:2380")))
        .containsExactly("f:1 peers=2", "etcd-a etcd-b");
    assertThat(read("etcd", arguments("etcd --name a \\\n --initial-cluster=a=http://${IP}:2380")))
        .containsExactly("f:2 peers? initial-cluster has no value to read here");
  }

  @Test
  void counts_the_voters_of_zookeeper_apart_from_its_observers() {
    assertThat(
            read(
                "zookeeper",
                lines("ZOO_SERVERS=server.1=a:2888:3888;2181 server.2=b:2888:3888:observer;2181")))
        .containsExactly("f:1 peers=2", "f:1 voters=1", "a b");
    assertThat(read("zookeeper", lines("clientPort=2181\nserver.1=a:2888:3888\nserver.2=b:1:2")))
        .containsExactly("f:2 peers=2", "a b");
  }

  @Test
  void reads_sentinels_and_whether_redis_writes_to_disk() {
    assertThat(read("redis", lines("port 26379\nsentinel monitor main redis-0 6379 2\n")))
        .containsExactly("f:2 sentinel-quorum=2");
    assertThat(read("redis", arguments("redis-server", "--save", "", "--appendonly", "no")))
        .containsExactly("f:1 persistent=false");
    assertThat(read("redis", arguments("redis-server", "--save", "", "--appendonly", "yes")))
        .isEmpty();
  }

  @Test
  void reads_the_other_membership_lists() {
    assertThat(read("consul", arguments("agent", "-server", "-bootstrap-expect=3")))
        .containsExactly("f:1 peers=3");
    assertThat(
            read(
                "elasticsearch",
                WrittenSettings.ofFile(
                    "elasticsearch.yml", "cluster:\n  initial_master_nodes: [a, b]\n", START)))
        .containsExactly("f:2 peers=2", "a b");
    assertThat(
            read(
                "rabbitmq",
                lines(
                    """
                    cluster_formation.classic_config.nodes.1 = rabbit@a
                    cluster_formation.classic_config.nodes.2 = rabbit@b
                    """)))
        .containsExactly("f:1 peers=2", "a b");
    assertThat(read("nacos", lines("NACOS_SERVERS=n1:8848 n2:8848 n3:8848")))
        .containsExactly("f:1 peers=3", "n1 n2 n3");
    assertThat(
            read(
                "mongodb",
                List.of(
                    new WrittenSetting(
                        "healthcheck",
                        "mongosh --eval \"rs.initiate({members:[{_id:0,host:'m1:27017'},"
                            + "{_id:1,host:'m2:27017'}]})\"",
                        START))))
        .containsExactly("f:1 peers=2", "m1 m2");
  }

  @Test
  void reads_whether_postgresql_waits_for_a_standby() {
    assertThat(
            read(
                "patroni",
                WrittenSettings.ofFile(
                    "patroni.yml", "bootstrap:\n  dcs: {synchronous_mode: true}\n", START)))
        .containsExactly("f:2 replication-mode=synchronous");
    assertThat(read("postgresql", lines("synchronous_standby_names='ANY 1 (a, b)'")))
        .containsExactly("f:1 replication-mode=synchronous", "f:1 synchronous-copies=1");
    assertThat(read("postgresql", lines("synchronous_standby_names='2 (a, b, c)'")))
        .containsExactly("f:1 replication-mode=synchronous", "f:1 synchronous-copies=2");
    assertThat(read("postgresql", lines("synchronous_standby_names='*'")))
        .containsExactly("f:1 replication-mode=synchronous", "f:1 synchronous-copies=1");
    assertThat(read("postgresql", lines("synchronous_standby_names=''"))).isEmpty();
  }

  @Test
  void reads_how_many_nodes_elect_a_master() {
    assertThat(read("elasticsearch", lines("discovery.zen.minimum_master_nodes: 2")))
        .containsExactly("f:1 election-quorum=2");
  }

  @Test
  void reads_what_redis_throws_away() {
    assertThat(read("redis", arguments("redis-server", "--maxmemory-policy", "allkeys-lru")))
        .containsExactly("f:1 eviction=allkeys-lru");
  }

  @Test
  void says_nothing_of_a_technology_it_does_not_know() {
    assertThat(read("h2", lines("min.insync.replicas=2"))).isEmpty();
  }

  @Test
  void reads_that_a_member_begins_a_cluster_of_its_own() {
    assertThat(read("galera", lines("wsrep_cluster_address=gcomm://")))
        .containsExactly("f:1 bootstrap-setting=gcomm:// without an address");
    assertThat(read("galera", lines("MARIADB_GALERA_FORCE_SAFETOBOOTSTRAP=yes")))
        .containsExactly("f:1 bootstrap-setting=MARIADB_GALERA_FORCE_SAFETOBOOTSTRAP");
    assertThat(read("galera", lines("MARIADB_GALERA_CLUSTER_BOOTSTRAP=yes"))).isEmpty();
    assertThat(read("galera", arguments("mysqld", "--wsrep-new-cluster")))
        .containsExactly("f:1 bootstrap-setting=wsrep-new-cluster");
    assertThat(read("galera", lines("wsrep_cluster_address=gcomm://db-1,db-2"))).isEmpty();
    assertThat(read("consul", WrittenSettings.ofFile("a.json", "{\"bootstrap\": true}", START)))
        .containsExactly("f:1 bootstrap-setting=bootstrap");
  }

  @Test
  void reads_the_fewest_copies_of_what_connectors_keep() {
    assertThat(
            read(
                "kafka-connect",
                lines(
                    """
                    CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR=3
                    CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR=1
                    status.storage.replication.factor=2
                    CONNECT_REPLICATION_FACTOR=0
                    """)))
        .containsExactly("f:2 internal-topics-replication-factor=1");
    assertThat(read("debezium", lines("offset.storage.replication.factor=${N}"))).isEmpty();
  }

  @Test
  void reads_when_writes_reach_the_disk() {
    assertThat(read("postgresql", arguments("postgres", "-c", "fsync=off")))
        .containsExactly("f:1 flush=never");
    assertThat(read("postgresql", lines("synchronous_commit = off\nfull_page_writes = off")))
        .containsExactly("f:2 flush=never");
    assertThat(read("postgresql", lines("synchronous_commit = local\nfsync = on")))
        .containsExactly("f:1 flush=each-write");
    assertThat(read("postgresql", arguments("postgres", "-c", "fsync=on")))
        .containsExactly("f:1 flush=each-write");
    assertThat(read("postgresql", lines("fsync = on\nsynchronous_commit = off")))
        .containsExactly("f:2 flush=each-second");
    assertThat(read("postgresql", lines("fsync = ${SYNC}"))).isEmpty();
    assertThat(read("mysql", arguments("--innodb-flush-log-at-trx-commit=2")))
        .containsExactly("f:1 flush=each-second");
    assertThat(
            read("redis", arguments("redis-server", "--appendonly", "yes", "--appendfsync", "no")))
        .containsExactly("f:1 flush=never");
    assertThat(read("redis", lines("appendonly no\nappendfsync no"))).isEmpty();
    assertThat(read("etcd", arguments("etcd", "--unsafe-no-fsync", "--name=a")))
        .containsExactly("f:1 flush=never");
    assertThat(read("etcd", lines("ETCD_UNSAFE_NO_FSYNC=false"))).isEmpty();
    assertThat(read("zookeeper", lines("forceSync=no"))).containsExactly("f:1 flush=never");
    assertThat(read("mongodb", arguments("mongod", "--nojournal")))
        .containsExactly("f:1 flush=never");
  }

  @Test
  void reads_what_overrides_a_majority() {
    assertThat(read("etcd", arguments("etcd", "--force-new-cluster")))
        .containsExactly("f:1 quorum-override=force-new-cluster");
    assertThat(
            read("galera", lines("wsrep_provider_options=\"gcache.size=1G; pc.ignore_sb = true\"")))
        .containsExactly("f:1 quorum-override=pc.ignore_sb");
    assertThat(read("mysql", lines("loose-group_replication_bootstrap_group=ON")))
        .containsExactly("f:1 quorum-override=group_replication_bootstrap_group");
    assertThat(read("mysql", lines("loose-group_replication_bootstrap_group=OFF"))).isEmpty();
    assertThat(read("rabbitmq", lines("cluster_partition_handling = ignore")))
        .containsExactly("f:1 partition-handling=ignore");
  }

  @Test
  void reads_time_outs_arbiters_and_copies_that_must_be_connected() {
    assertThat(read("etcd", lines("ETCD_HEARTBEAT_INTERVAL=100\nETCD_ELECTION_TIMEOUT=1000")))
        .containsExactly("f:1 heartbeat=PT0.1S", "f:2 election-timeout=PT1S");
    assertThat(read("patroni", lines("ttl: 20\nloop_wait: 10\nretry_timeout: 10")))
        .containsExactly("f:1 election-timeout=PT20S", "f:3 heartbeat=PT30S");
    assertThat(read("redis", lines("min-replicas-to-write 1")))
        .containsExactly("f:1 min-replicas-to-write=1");
    assertThat(
            read(
                "mongodb",
                List.of(
                    new WrittenSetting(
                        "command",
                        "rs.initiate({members: [{_id: 0, host: 'a:27017'}, {_id: 1, host:"
                            + " 'b:27017'}, {_id: 2, host: 'c:27017', arbiterOnly: true}]})",
                        START))))
        .containsExactly("f:1 peers=3", "f:1 arbiters=1", "a b c");
  }
}
