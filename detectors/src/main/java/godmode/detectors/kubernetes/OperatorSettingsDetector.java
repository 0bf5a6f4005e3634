package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What resources of operators set: the configuration of the servers, how writes are replicated,
 * whether data is kept, where pods may be placed, and how many a drain may take. Paths are those of
 * the operators' schemas; what an operator does where nothing is written is not concluded.
 */
@AutoService(Detector.class)
public final class OperatorSettingsDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-operator-settings";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      for (KubernetesObject object : unit.objects()) {
        boolean operated = !known.byResource(object.apiVersion(), object.kind()).isEmpty();
        Optional<Located> spec = object.root().at("spec");
        if (operated && spec.isPresent()) {
          OperatorResource is =
              new OperatorResource(object.name(), spec.get(), sink.of(id(), unit.source()));
          read(is, object, unit);
          named(is, object, Cluster.around(unit, units));
        }
      }
    }
  }

  /** What stands in other objects, which the resource names or which pick its pods. */
  private static void named(OperatorResource is, KubernetesObject object, Cluster cluster) {
    switch (object.kind()) {
      case "RedisReplication", "RedisCluster" ->
          is.configMap("redis", "redisConfig.additionalRedisConfig", cluster);
      case "RabbitmqCluster" ->
          is.ownBudget("replicas", Map.of("app.kubernetes.io/name", object.name()), cluster);
      case "MongoDBCommunity" ->
          is.ownBudget("members", Map.of("app", object.name() + "-svc"), cluster);
      default -> {}
    }
  }

  private static void read(OperatorResource is, KubernetesObject object, KubernetesObjects unit) {
    switch (object.kind()) {
      case "Kafka" -> kafka(is, object, unit);
      case "Cluster" -> {
        if (object.group().equals("postgresql.cnpg.io")) {
          cloudNativePg(is);
        }
      }
      case "postgresql" -> {
        is.settings("patroni", "patroni");
        is.settings("patroni", "postgresql.parameters");
      }
      case "PostgresCluster" -> {
        is.settings("patroni", "patroni.dynamicConfiguration");
        is.spread("instances");
      }
      case "RabbitmqCluster" -> {
        is.text("rabbitmq", "rabbitmq.additionalConfig", "rabbitmq.conf");
        is.affinity("affinity");
        is.pods("override.statefulSet.spec.template.spec");
      }
      case "Elasticsearch" -> {
        is.podsOfEach("nodeSets", "podTemplate.spec");
        is.budgetAt("podDisruptionBudget.spec");
      }
      case "MongoDBCommunity" -> {
        is.settings("mongodb", "additionalMongodConfig");
        is.pods("statefulSet.spec.template.spec");
      }
      case "PerconaXtraDBCluster" -> {
        is.text("galera", "pxc.configuration", "my.cnf");
        is.part("pxc").ifPresent(OperatorResource::percona);
      }
      case "PerconaServerMongoDB" -> is.each("replsets").forEach(OperatorResource::percona);
      case "RedisFailover" -> redisFailover(is);
      case "RedisSentinel" -> sentinels(is);
      case "EtcdCluster" -> is.arguments("etcd", "etcdOptions");
      case "ZookeeperCluster" -> {
        is.affinity("pod.affinity");
        is.ephemeral("storageType");
        is.unavailable("maxUnavailableReplicas");
        is.settings("zookeeper", "config.additionalConfig");
      }
      case "CrdbCluster" -> is.budget("nodes");
      case "VitessCluster" -> is.durability("keyspaces", "durabilityPolicy");
      default -> {}
    }
  }

  private static void kafka(OperatorResource is, KubernetesObject object, KubernetesObjects unit) {
    is.settings("kafka", "kafka.config");
    is.ephemeral("kafka.storage.type");
    is.pods("kafka.template.pod");
    is.budgetAt("kafka.template.podDisruptionBudget");
    for (KubernetesObject pool : OperatorMembers.pools(object, unit)) {
      pool.root()
          .at("spec")
          .map(is::with)
          .ifPresent(
              of -> {
                of.ephemeral("storage.type");
                of.pods("template.pod");
              });
    }
  }

  private static void cloudNativePg(OperatorResource is) {
    is.settings("postgresql", "postgresql.parameters");
    is.synchronous("postgresql.synchronous.number", "minSyncReplicas");
    // minSyncReplicas shrinks with the copies that are there, and so does "preferred".
    is.waitsFor(
        "postgresql.synchronous.number", "postgresql.synchronous.dataDurability", "preferred");
  }

  private static void redisFailover(OperatorResource is) {
    is.sentinels("sentinel.replicas", is.name());
    is.lines("redis", "redis.customConfig");
  }

  /** The Sentinels are a resource of their own, which names the servers that they watch. */
  private static void sentinels(OperatorResource is) {
    List<String> watched = is.texts("redisSentinelConfig.redisReplicationName");
    watched.forEach(
        name -> {
          is.sentinels("clusterSize", name);
          is.quorum("redisSentinelConfig.quorum", name);
        });
  }
}
