package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

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

  private final DataSource database;
  private final Duration lease;
  private final LongSupplier nanoTime;

  /**
   * @param lease in whole seconds; longer than a pause of a healthy process
   */
  public PostgresLock(DataSource database, Duration lease) {
    this(database, lease, System::nanoTime);
  }

  PostgresLock(DataSource database, Duration lease, LongSupplier nanoTime) {
    if (lease.toSeconds() < 1) {
      throw new IllegalArgumentException("a lease of " + lease + "; at least a second");
    }
    this.database = database;
    this.lease = Duration.ofSeconds(lease.toSeconds());
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the lock unless somebody has it.
   *
   * @return nothing where somebody has it; ask again after a pause
   */
  public Optional<Held> acquire(String name) throws SQLException {
<#if it.kept("count from before the request")>
    long asked = nanoTime.getAsLong();
    Optional<Long> token = take(name);
<#else>
    Optional<Long> token = take(name);
    long asked = nanoTime.getAsLong();
</#if>
    return token.map(its -> new Held(name, its, asked));
  }

  private Optional<Long> take(String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement create = connection.prepareStatement(CREATE);
          PreparedStatement take = connection.prepareStatement(TAKE)) {
        create.setString(1, name);
        take.setLong(1, lease.toSeconds());
        take.setString(2, name);
        boolean taken =
            take.executeUpdate() == 1
                || (create.executeUpdate() == 1 && take.executeUpdate() == 1);
        Optional<Long> token =
            taken ? Optional.of(token(connection, name)) : Optional.empty();
        connection.commit();
        return token;
      } finally {
        connection.rollback(); // what was committed stays
      }
    }
  }

  private static long token(Connection connection, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT token FROM lease_lock WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
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
    public boolean renew() throws SQLException {
      long asked = nanoTime.getAsLong();
      try (Connection connection = database.getConnection();
          PreparedStatement prolong = connection.prepareStatement(PROLONG)) {
        prolong.setLong(1, lease.toSeconds());
        prolong.setString(2, name);
        prolong.setLong(3, token);
        boolean renewed = prolong.executeUpdate() == 1;
        since = renewed ? asked : asked - lease.toNanos();
        return renewed;
      }
    }

    /** Frees it, unless somebody else has had it since. */
    @Override
    public void close() throws SQLException {
      since = nanoTime.getAsLong() - lease.toNanos();
      try (Connection connection = database.getConnection();
          PreparedStatement free = connection.prepareStatement(FREE)) {
        free.setString(1, name);
        free.setLong(2, token);
        free.executeUpdate();
      }
    }
  }
}
