package godmode.engine.lab;

import godmode.core.design.Cluster;
import godmode.core.fact.Attributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Time-outs and quorums of a cluster as numbers of a protocol. */
final class ClusterTimes {
  private static final int HEARTBEATS = 10;

  private ClusterTimes() {}

  /** The numbers that the protocol has and the design knows. */
  static Map<String, String> with(String protocol, Cluster cluster) {
    Map<String, String> with = new LinkedHashMap<>();
    Optional<Duration> heartbeat = DesignReader.known(cluster, Attributes.HEARTBEAT);
    Optional<Duration> election =
        DesignReader.known(cluster, Attributes.ELECTION_TIMEOUT)
            .or(() -> heartbeat.map(time -> time.multipliedBy(HEARTBEATS)));
    switch (protocol) {
      case "raft" -> {
        put(with, "heartbeat", heartbeat);
        put(with, "election-least", election);
        put(with, "election-most", election.map(time -> time.multipliedBy(2)));
      }
      case "election" -> {
        put(with, "heartbeat", heartbeat);
        put(with, "patience", election);
      }
      case "failover" -> {
        put(with, "beat", heartbeat);
        put(with, "patience", election);
      }
      case "quorum" -> {
        DesignReader.known(cluster, Attributes.READ_QUORUM)
            .ifPresent(count -> with.put("read-quorum", count.toString()));
        DesignReader.known(cluster, Attributes.WRITE_QUORUM)
            .ifPresent(count -> with.put("write-quorum", count.toString()));
      }
      default -> {}
    }
    return with;
  }

  private static void put(Map<String, String> with, String name, Optional<Duration> time) {
    time.ifPresent(found -> with.put(name, DesignReader.millis(found)));
  }
}
