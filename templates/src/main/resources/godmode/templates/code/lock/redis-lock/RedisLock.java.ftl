package ${it.packageName()};

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A lock in one Redis server that saves double work: two may have it at once, now and then. Redis
 * copies to its replicas after it has answered, so a failover can forget a lock; and a holder that
 * is paused goes on after its time. Do not use it where that does harm: take a lock with a fencing
 * token there (PostgreSQL, ZooKeeper, etcd), and check the token at the resource. Redlock, over
 * several servers, has no token either (Kleppmann, How to do distributed locking, 2016).
 *
 * <p>Redis documentation: Distributed locks with Redis, "Correct implementation with a single
 * instance".
 */
public final class RedisLock {
  /** Atomic, because Redis runs a script as a whole: the value cannot change in between. */
<#if it.kept("delete only one's own")>
  static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end"
          + " return 0";
<#else>
  static final String RELEASE = "return redis.call('DEL', KEYS[1])";
</#if>

<#if it.kept("prolong only one's own")>
  static final String PROLONG =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then"
          + " return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
<#else>
  static final String PROLONG = "return redis.call('PEXPIRE', KEYS[1], ARGV[2])";
</#if>

  private final Commands redis;
  private final Duration lease;
  private final LongSupplier nanoTime;

  /** Whatever client there is. */
  @FunctionalInterface
  public interface Commands {
    /**
     * Sends a command and waits for its answer, no longer than some timeout.
     *
     * @return a {@code String}, a {@code Long}, or null where Redis says nil
     */
    Object call(String... command) throws IOException;
  }

  /**
   * @param lease longer than a pause of a healthy process
   */
  public RedisLock(Commands redis, Duration lease) {
    this(redis, lease, System::nanoTime);
  }

  RedisLock(Commands redis, Duration lease, LongSupplier nanoTime) {
    if (lease.toMillis() < 1) {
      throw new IllegalArgumentException("a lease of " + lease + "; at least a millisecond");
    }
    this.redis = redis;
    this.lease = lease;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the lock unless somebody has it.
   *
   * @return nothing where somebody has it; ask again after a pause
   * @throws IOException where the answer was lost; then nobody may have the lock for a lease
   */
  public Optional<Held> acquire(String name) throws IOException {
<#if it.kept("a value of its own")>
    String owner = UUID.randomUUID().toString();
<#else>
    String owner = "locked";
</#if>
<#if it.kept("count from before the request")>
    long asked = nanoTime.getAsLong();
    Object answer = take(name, owner);
<#else>
    Object answer = take(name, owner);
    long asked = nanoTime.getAsLong();
</#if>
    return "OK".equals(answer) ? Optional.of(new Held(name, owner, asked)) : Optional.empty();
  }

  /** In one command: between two, the process could die and leave a lock without an end. */
  private Object take(String name, String owner) throws IOException {
<#if !it.kept("one at a time")>
    return redis.call("SET", name, owner, "PX", Long.toString(lease.toMillis()));
<#elseif !it.kept("expire")>
    return redis.call("SET", name, owner, "NX");
<#else>
    return redis.call("SET", name, owner, "NX", "PX", Long.toString(lease.toMillis()));
</#if>
  }

  /** The lock, as its holder sees it. */
  public final class Held implements AutoCloseable {
    private final String name;
    private final String owner;
    private volatile long since;

    private Held(String name, String owner, long since) {
      this.name = name;
      this.owner = owner;
      this.since = since;
    }

    /** Whether the lease lasts, by elapsed time; a pause can follow. */
    public boolean isHeld() {
      return nanoTime.getAsLong() - since < lease.toNanos();
    }

    /**
     * Prolongs the lease; call it when a third of it is over.
     *
     * @return false where it is too late: stop
     */
    public boolean renew() throws IOException {
      long asked = nanoTime.getAsLong();
      boolean renewed =
          Long.valueOf(1)
              .equals(
                  redis.call(
                      "EVAL", PROLONG, "1", name, owner, Long.toString(lease.toMillis())));
      since = renewed ? asked : asked - lease.toNanos();
      return renewed;
    }

    /** Frees it, unless somebody else has it by now. */
    @Override
    public void close() throws IOException {
      since = nanoTime.getAsLong() - lease.toNanos();
      redis.call("EVAL", RELEASE, "1", name, owner);
    }
  }
}
