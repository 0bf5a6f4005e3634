package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Locks of libraries that few applications use, by the type that takes them. */
final class OtherLocks {
  static final String FIXED = "after a fixed time";
  static final String SESSION = "with its session";

  private static final Set<String> TAKING =
      Set.of("lock", "tryLock", "lockInterruptibly", "acquireLock", "tryAcquireLock");

  /** By the full name of the type: how a lock of it ends when its holder says nothing. */
  private static final Map<String, String> ENDS =
      Map.of(
          "com.hazelcast.cp.lock.FencedLock", SESSION,
          "com.hazelcast.core.ILock", SESSION,
          "com.hazelcast.map.IMap", SESSION,
          "com.hazelcast.core.IMap", SESSION,
          "io.etcd.jetcd.Lock", SESSION,
          "com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClient", FIXED);

  private static final String INTEGRATION = "org.springframework.integration.";
  private static final String ZOOKEEPER =
      "org.springframework.integration.zookeeper.lock.ZookeeperLockRegistry";

  private OtherLocks() {}

  /**
   * What is taken.
   *
   * @param lease when it ends by itself
   */
  record Taken(String lock, String lease) {}

  /** The lock that a call takes; empty if it takes none of these. */
  static Optional<Taken> taken(Program program, JavaType.Method method, Act act) {
    Code call = act.call();
    if (!call.is(Code.Kind.CALL) || !TAKING.contains(call.text()) || act.receiver().isEmpty()) {
      return Optional.empty();
    }
    Ref on = act.receiver().get();
    if (isOfRegistry(program, on) || isObtained(method, on, call)) {
      boolean watched = on.scope().imports().values().stream().anyMatch(ZOOKEEPER::equals);
      return Optional.of(new Taken("a lock of LockRegistry", watched ? SESSION : FIXED));
    }
    return program.fullNames(on).stream()
        .filter(ENDS::containsKey)
        .findFirst()
        .map(name -> new Taken(on.simple(), Optional.ofNullable(ENDS.get(name)).orElse(SESSION)));
  }

  /** What {@code obtain} returns has no import where it is used; others call a type so, too. */
  private static boolean isOfRegistry(Program program, Ref on) {
    String imported = on.scope().imports().getOrDefault("DistributedLock", INTEGRATION);
    return on.simple().equals("DistributedLock")
        && program.resolve(on).isEmpty()
        && imported.startsWith(INTEGRATION)
        && on.scope().imports().values().stream().anyMatch(name -> name.startsWith(INTEGRATION));
  }

  /**
   * {@code Lock lock = registry.obtain(key)}: the interface of the JDK, and a lock of all copies.
   */
  private static boolean isObtained(JavaType.Method method, Ref on, Code call) {
    return on.simple().equals("Lock")
        && on.scope().imports().values().stream().anyMatch(name -> name.startsWith(INTEGRATION))
        && method
            .body()
            .any(
                code ->
                    code.is(Code.Kind.LOCAL)
                        && code.text().equals(call.receiver().text())
                        && code.parts().stream().anyMatch(value -> value.calls("obtain")));
  }
}
