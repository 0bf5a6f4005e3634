package ${it.packageName()};

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lock with a lease, in a row of a table ({@code lock.sql}), by the clock of the database. Each
 * holder has a token that is higher than those of all before.
 *
 * <p>A holder that is paused does not notice that its lease ends, so the lock alone keeps nobody
 * out: send the token with every write, and let the resource refuse one that is lower than it has
 * seen (Kleppmann, How to do distributed locking, 2016).
 *
 * <p>{@code pg_advisory_lock} has no token. PostgreSQL frees it when the connection breaks, while
 * the holder may go on without having noticed; and behind a pool that hands out a connection for
 * each transaction it belongs to nobody in particular. Inside one transaction, for what is written
 * in that transaction, {@code pg_advisory_xact_lock} or {@code SELECT … FOR UPDATE} needs no token.
 */
public final class PostgresLock {
  private static final String CREATE =
      """
      INSERT INTO lease_lock (name, token, leased_until) VALUES (?, 0, CURRENT_TIMESTAMP)
      ON CONFLICT DO NOTHING
      """;

  private static final String TAKE =
      """
      UPDATE lease_lock
<#if it.kept("a higher token each time")>
      SET token = token + 1,
<#else>
      SET token = 1,
</#if>
        leased_until = CURRENT_TIMESTAMP + CAST(? AS integer) * INTERVAL '1' SECOND
<#if !it.kept("one at a time")>
      WHERE name = ?
<#elseif !it.kept("take over when the time is up")>
      WHERE name = ? AND leased_until <= CURRENT_TIMESTAMP AND token = 0
<#else>
      WHERE name = ? AND leased_until <= CURRENT_TIMESTAMP
</#if>
      """;

  private static final String PROLONG =
      """
      UPDATE lease_lock
      SET leased_until = CURRENT_TIMESTAMP + CAST(? AS integer) * INTERVAL '1' SECOND
      WHERE name = ? AND token <#if it.kept("touch only what is one's own")>=<#else>>=</#if> ?
      """;

<#if it.kept("never start over")>
  private static final String FREE =
      """
      UPDATE lease_lock SET leased_until = CURRENT_TIMESTAMP
      WHERE name = ? AND token <#if it.kept("touch only what is one's own")>=<#else>>=</#if> ?
      """;
<#else>
  private static final String FREE = "DELETE FROM lease_lock WHERE name = ? AND token = ?";
</#if>

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Duration lease;
  private final LongSupplier nanoTime;

  /**
   * @param lease in whole seconds; longer than a pause of a healthy process
   */
  PostgresLock(
      JdbcClient database,
      PlatformTransactionManager transactions,
      Duration lease,
      LongSupplier nanoTime) {
    if (lease.toSeconds() < 1) {
      throw new IllegalArgumentException("a lease of " + lease + "; at least a second");
    }
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.lease = Duration.ofSeconds(lease.toSeconds());
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the lock unless somebody has it.
   *
   * @return nothing where somebody has it; ask again after a pause
   */
  public Optional<Held> acquire(String name) {
<#if it.kept("count from before the request")>
    long asked = nanoTime.getAsLong();
    Optional<Long> token = take(name);
<#else>
    Optional<Long> token = take(name);
    long asked = nanoTime.getAsLong();
</#if>
    return token.map(its -> new Held(name, its, asked));
  }

  /** In a transaction of its own: others must see it at once. */
  private Optional<Long> take(String name) {
    return transaction.execute(
        status -> {
          boolean taken =
              isTaken(name)
                  || (database.sql(CREATE).param(name).update() == 1 && isTaken(name));
          return taken ? Optional.of(token(name)) : Optional.<Long>empty();
        });
  }

  private boolean isTaken(String name) {
    return database.sql(TAKE).params(lease.toSeconds(), name).update() == 1;
  }

  private long token(String name) {
    return database
        .sql("SELECT token FROM lease_lock WHERE name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  /** The lock, as its holder sees it. */
  public final class Held implements AutoCloseable {
    private final String name;
    private final long token;
    private volatile long since;

    private Held(String name, long token, long since) {
      this.name = name;
      this.token = token;
      this.since = since;
    }

    /** Goes with every write. */
    public long token() {
      return token;
    }

    /** Whether the lease lasts, by elapsed time; a pause can follow, so the token is needed. */
    public boolean isHeld() {
      return nanoTime.getAsLong() - since < lease.toNanos();
    }

    /**
     * Prolongs the lease; call it when a third of it is over.
     *
     * @return false where somebody else has had the lock since: stop
     */
    public boolean renew() {
      long asked = nanoTime.getAsLong();
      boolean renewed =
          transaction.execute(
                  status ->
                      database.sql(PROLONG).params(lease.toSeconds(), name, token).update())
              == 1;
      since = renewed ? asked : asked - lease.toNanos();
      return renewed;
    }

    /** Frees it, unless somebody else has had it since. */
    @Override
    public void close() {
      since = nanoTime.getAsLong() - lease.toNanos();
      transaction.executeWithoutResult(
          status -> database.sql(FREE).params(name, token).update());
    }
  }
}
