package godmode.core.evidence;

import java.util.List;
import java.util.Set;

/** Which technologies speak one protocol, so that a client of one may be talking to another. */
public final class Protocols {
  /** Catalog ids. A client cannot tell the members of one family apart by its driver. */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of(
              "mysql", "mariadb", "galera", "mysql-group-replication", "percona", "tidb", "vitess"),
          Set.of(
              "postgresql",
              "cloudnativepg",
              "patroni",
              "citus",
              "cockroachdb",
              "yugabytedb",
              "timescaledb",
              "postgis"),
          Set.of("redis", "valkey", "keydb", "dragonfly"),
          Set.of("kafka", "redpanda"),
          Set.of("cassandra", "scylladb"),
          Set.of("mongodb", "ferretdb", "documentdb"),
          Set.of("elasticsearch", "opensearch"),
          Set.of("s3", "minio"),
          Set.of("zipkin", "jaeger"));

  private Protocols() {}

  /** Whether a client of one may be talking to the other: they are one product, or one family. */
  public static boolean areCompatible(String one, String other) {
    return one.equals(other)
        || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
  }
}
