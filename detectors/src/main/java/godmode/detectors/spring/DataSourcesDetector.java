package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which stores an application is configured to use: by any value that is a connection string,
 * and by Spring's own keys for hosts. A database inside the application is no connection.
 */
@AutoService(Detector.class)
public final class DataSourcesDetector implements Detector {
  /**
   * Where Spring expects hosts.
   *
   * @param databases keys of what is used there
   */
  private record HostKey(
      String key, String technology, List<String> databases, Pattern dependency) {}

  private static final List<HostKey> HOSTS =
      List.of(
          key("spring.data.mongodb.host", "mongodb", "mongo", "spring.data.mongodb.database"),
          key("spring.mongodb.host", "mongodb", "mongo", "spring.mongodb.database"),
          key("spring.redis.host", "redis", "redis|jedis|lettuce|redisson"),
          key("spring.data.redis.host", "redis", "redis|jedis|lettuce|redisson"),
          key("spring.redis.cluster.nodes", "redis", "redis|jedis|lettuce|redisson"),
          key("spring.data.redis.cluster.nodes", "redis", "redis|jedis|lettuce|redisson"),
          key("spring.redis.sentinel.nodes", "redis", "redis|jedis|lettuce|redisson"),
          key("spring.data.redis.sentinel.nodes", "redis", "redis|jedis|lettuce|redisson"),
          key(
              "spring.data.cassandra.contact-points",
              "cassandra",
              "cassandra",
              "spring.data.cassandra.keyspace-name"),
          key(
              "spring.cassandra.contact-points",
              "cassandra",
              "cassandra",
              "spring.cassandra.keyspace-name"),
          key("spring.elasticsearch.uris", "elasticsearch", "elasticsearch"),
          key("spring.elasticsearch.rest.uris", "elasticsearch", "elasticsearch"),
          key("spring.data.elasticsearch.cluster-nodes", "elasticsearch", "elasticsearch"),
          key(
              "spring.data.elasticsearch.client.reactive.endpoints",
              "elasticsearch",
              "elasticsearch"),
          key("spring.data.solr.host", "solr", "solr"),
          key("spring.influx.url", "influxdb", "influx"));

  private static final Pattern WRITE_CONCERN = Pattern.compile("[?&]w=(0|1|majority)(?:&|$)");

  /** Types whose connection strings mean that data is kept there. */
  private static final Set<ComponentType> STORES =
      Set.of(
          ComponentType.DATABASE,
          ComponentType.CACHE,
          ComponentType.SEARCH,
          ComponentType.OBJECT_STORE);

  private static HostKey key(
      String key, String technology, String dependency, String... databases) {
    return new HostKey(
        key,
        technology,
        List.of(databases),
        Pattern.compile(".*(" + dependency + ").*", Pattern.CASE_INSENSITIVE));
  }

  @Override
  public String id() {
    return "spring-data";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Perspective perspective : Perspectives.of(units)) {
      EvidenceSink.Of of = perspective.sink(id(), sink);
      for (Property setting : perspective.settings()) {
        connectionString(perspective, setting, known, of);
      }
      for (HostKey key : HOSTS) {
        hosts(perspective, key, known, of);
      }
    }
  }

  private static void connectionString(
      Perspective perspective, Property setting, Technologies known, EvidenceSink.Of of) {
    Located value = setting.value();
    Optional<Technology> technology =
        known
            .byUrlScheme(value.written())
            .filter(found -> STORES.contains(found.type()))
            .filter(found -> isUsed(perspective, setting));
    technology.ifPresent(
        found -> {
          Address address = Address.ofUrl(value.written());
          perspective.connectTo(
              of,
              known,
              found.id(),
              address,
              ConnectionKind.DATA,
              value.place(),
              properties(address.database(), found, value));
        });
  }

  /** What a config server hands to all is used only by those that can open a connection to it. */
  private static boolean isUsed(Perspective perspective, Property setting) {
    Pattern store = Pattern.compile(".*(jdbc|jpa|data|sql|mongo|redis|neo4j|r2dbc|driver).*");
    return perspective.uses(setting.value().place(), store);
  }

  /** The database, and what the client waits for: {@code mongodb://…?w=majority}. */
  private static Said<?>[] properties(String database, Technology technology, Located value) {
    List<Said<?>> said = new ArrayList<>(List.of(database(database, value.place())));
    Matcher concern = WRITE_CONCERN.matcher(value.written());
    if (technology.id().equals("mongodb") && concern.find()) {
      String by =
          switch (concern.group(1)) {
            case "0" -> "none";
            case "1" -> "leader";
            default -> "majority";
          };
      said.add(Said.stated(Attributes.ACKNOWLEDGED_BY, by, value.place()));
    }
    return said.toArray(Said<?>[]::new);
  }

  private static Said<?>[] database(String name, Place at) {
    return name.isEmpty()
        ? new Said<?>[0]
        : new Said<?>[] {Said.stated(Attributes.DATABASE, name, at)};
  }

  private static void hosts(
      Perspective perspective, HostKey key, Technologies known, EvidenceSink.Of of) {
    List<Located> hosts = new ArrayList<>(perspective.list(key.key()));
    hosts.removeIf(host -> !perspective.uses(host.place(), key.dependency()));
    if (hosts.isEmpty()) {
      return;
    }
    Said<?>[] database = new Said<?>[0];
    for (String name : key.databases()) {
      Optional<Located> found = perspective.configuration().get(name).filter(Located::isScalar);
      if (found.isPresent()) {
        database = database(found.get().written(), found.get().place());
      }
    }
    for (Located host : hosts) {
      perspective.connectTo(
          of,
          known,
          key.technology(),
          Address.ofHosts(host.written()),
          ConnectionKind.DATA,
          host.place(),
          database);
    }
  }
}
