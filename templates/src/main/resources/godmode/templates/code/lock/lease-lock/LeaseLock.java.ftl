package ${it.packageName()};

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A lock that ends by itself when its holder does not renew it. It lets one holder work at a time
 * as long as nobody is paused. A holder that is paused beyond its lease does not know it: send the
 * token along with every write, and let the resource refuse tokens that are older than one it has
 * seen (Kleppmann, How to do distributed locking, 2016).
 *
 * <p>The lock is kept in a {@link Store} that changes what has not changed since it was read: a row
 * of a database ({@code UPDATE … WHERE name = ? AND token = ? AND expires = ?}), a transaction of
 * etcd that compares the revision, or {@link Memory} within one process. Clocks of its users have
 * to agree to far less than a lease.
 */
public final class LeaseLock {
  private final Store store;
  private final String name;
  private final Duration lease;
  private final InstantSource clock;

  /** The token of the last holder, and when its lease ends. */
  public record Lease(long token, Instant expires) {
    /** Nobody has had the lock. */
    public static final Lease NONE = new Lease(0, Instant.EPOCH);
  }

  /** Where leases are kept by the name of their lock; it loses none over a restart. */
  public interface Store {
    /** The last lease; {@link Lease#NONE} where there was none. */
    Lease load(String name) throws IOException;

    /**
     * Puts a lease in the place of the one that was loaded.
     *
     * @return false, and nothing has changed, where another has taken that place since
     * @throws IOException where nobody knows; then nobody holds the lock
     */
    boolean swap(String name, Lease loaded, Lease next) throws IOException;
  }

  /**
   * One lock, as one of its users sees it.
   *
   * @param lease for how long a holder has it after it last renewed it
   */
  public LeaseLock(Store store, String name, Duration lease, InstantSource clock) {
    this.store = store;
    this.name = name;
    this.lease = lease;
    this.clock = clock;
  }

  /** The token of the new holder, higher than all before; empty while another holds the lock. */
  public OptionalLong acquire() throws IOException {
    Lease last = store.load(name);
    Instant now = clock.instant();
<#if it.kept("wait for the end of the lease")>
    if (last.expires().isAfter(now)) {
      return OptionalLong.empty();
    }
</#if>
<#if it.kept("a higher token each time")>
    long token = Math.addExact(last.token(), 1);
<#else>
    long token = last.token();
</#if>
<#if it.kept("end without renewal")>
    Lease next = new Lease(token, now.plus(lease));
<#else>
    Lease next = new Lease(token, now.plus(lease.multipliedBy(1_000_000)));
</#if>
    return store.swap(name, last, next) ? OptionalLong.of(token) : OptionalLong.empty();
  }

  /** Prolongs the lease; false where somebody else has had the lock since: stop at once. */
  public boolean renew(long token) throws IOException {
    return change(token, new Lease(token, clock.instant().plus(lease)));
  }

  /** Ends the lease; nothing where somebody else has had the lock since. */
  public void release(long token) throws IOException {
<#if it.kept("count on when it is free")>
    change(token, new Lease(token, Instant.EPOCH));
<#else>
    change(token, Lease.NONE);
</#if>
  }

  private boolean change(long token, Lease next) throws IOException {
    Lease last = store.load(name);
<#if it.kept("touch nothing of the next holder")>
    return last.token() == token && store.swap(name, last, next);
<#else>
    return last.token() >= token && store.swap(name, last, next);
</#if>
  }

  /** For threads of one process, and for tests. */
  public static final class Memory implements Store {
    private final Map<String, Lease> leases = new HashMap<>();

    @Override
    public synchronized Lease load(String name) {
      return leases.getOrDefault(name, Lease.NONE);
    }

    @Override
    public synchronized boolean swap(String name, Lease loaded, Lease next) {
<#if it.kept("change only what was read")>
      if (!load(name).equals(loaded)) {
        return false;
      }
<#else>
      if (load(name).token() < loaded.token()) {
        return false;
      }
</#if>
      leases.put(name, next);
      return true;
    }
  }
}
