package godmode.templates.code;

import java.util.List;
import java.util.Optional;

/**
 * A pattern that can be generated.
 *
 * @param name in kebab case, as people ask for it
 * @param about what it does, in a line
 * @param kind what is written
 * @param file the name of its template: a class, or the file that is deployed
 */
public record Pattern(String name, String about, Kind kind, String file) {
  /** What is written. */
  public enum Kind {
    /** A class, and its test. */
    JAVA,
    /** A file to deploy. */
    MANIFEST
  }

  /** Every pattern, in the order in which they are listed. */
  public static final List<Pattern> ALL =
      List.of(
          java("circuit-breaker", "leaves a callee alone that keeps failing", "CircuitBreaker"),
          java("retry", "tries again, with pauses that grow and are drawn, and in time", "Retry"),
          java("bulkhead", "keeps one slow callee from taking every thread", "Bulkhead"),
          java("saga", "undoes what was done when a step fails, over crashes too", "Saga"),
          java("fencing-token", "shuts out a lock holder that was paused too long", "Fence"),
          java(
              "phi-accrual-detector",
              "suspects a node whose heartbeats stay away longer than usual",
              "PhiAccrualDetector"),
          java(
              "consistent-hashing",
              "places keys on nodes, and moves few when nodes change",
              "ConsistentHashing"),
          java(
              "session-token",
              "lets clients read their own writes from replicas that lag",
              "SessionToken"),
          java(
              "hybrid-clock",
              "stamps events by cause and effect, close to the time of day",
              "HybridClock"),
          java(
              "vector-clock",
              "tells cause and effect from events that are concurrent",
              "VectorClock"),
          java(
              "g-counter",
              "counts on every replica, and counts each increment once",
              "GrowOnlyCounter"),
          java("pn-counter", "counts up and down on every replica", "PositiveNegativeCounter"),
          java(
              "lww-register",
              "keeps the last of concurrent writes, however clocks differ",
              "LastWriterWinsRegister"),
          java(
              "mv-register",
              "keeps every concurrent write until somebody decides",
              "MultiValueRegister"),
          java(
              "or-set",
              "adds and removes on every replica; unseen additions stay",
              "ObservedRemoveSet"),
          manifest(
              "etcd-kubernetes", "etcd as a stateful set, spread and with a budget", "etcd.yaml"),
          manifest("kafka-strimzi", "Kafka and a topic for the Strimzi operator", "kafka.yaml"),
          manifest(
              "kafka-compose",
              "Kafka for local work, with settings as in production",
              "compose.yaml"));

  private static Pattern java(String name, String about, String type) {
    return new Pattern(name, about, Kind.JAVA, type);
  }

  private static Pattern manifest(String name, String about, String file) {
    return new Pattern(name, about, Kind.MANIFEST, file);
  }

  /** The languages it can be generated in; none where it is a file to deploy. */
  public List<Language> languages() {
    if (kind == Kind.MANIFEST) {
      return List.of();
    }
    return Code.class.getResource("python/" + module() + ".py.ftl") == null
        ? List.of(Language.JAVA)
        : List.of(Language.JAVA, Language.PYTHON);
  }

  /** Its name where names have no hyphens. */
  String module() {
    return name.replace('-', '_');
  }

  /** The pattern of this name. */
  public static Optional<Pattern> named(String name) {
    return ALL.stream().filter(pattern -> pattern.name().equals(name)).findFirst();
  }
}
