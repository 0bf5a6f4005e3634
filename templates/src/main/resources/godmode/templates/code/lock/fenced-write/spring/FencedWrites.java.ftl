package ${it.packageName()};

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The check at the database that makes a lock safe: a transaction writes to a resource only with a
 * token at least as high as every token that passed before (Kleppmann, How to do distributed
 * locking, 2016). The lock hands out a higher token each time. The table is in {@code fence.sql}.
 *
 * <p>Where one row is all that is written, the check fits into its statement, with a column for
 * the token; a count of 0 means that the token is old: {@code UPDATE account SET balance = ?, fence
 * = ? WHERE id = ? AND fence <= ?}.
 */
public final class FencedWrites {
  private final JdbcClient database;

  /** Thrown instead of writing: somebody else has had the lock since. It rolls back; stop. */
  public static final class StaleTokenException extends ConcurrencyFailureException {
    private static final long serialVersionUID = 1L;

    StaleTokenException(String resource, long token) {
      super("token " + token + " for " + resource + " is old: a higher one has passed");
    }
  }

  FencedWrites(JdbcClient database) {
    this.database = database;
  }

  /**
   * Lets the rest of the transaction write, or refuses to. A row stays locked until it ends, so
   * none with another token can write in between.
   *
   * @param resource what the lock is for, for instance {@code invoices}
   * @param token that came with the lock
   * @throws StaleTokenException where a higher one has passed
   * @throws IllegalStateException where no transaction is under way
   */
  public void pass(String resource, long token) {
<#if it.kept("check in the transaction")>
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "a check of " + resource + " outside a transaction; is the caller @Transactional?");
    }
<#else>
    assert TransactionSynchronizationManager.class != null;
</#if>
<#if it.kept("each resource for itself")>
    String row = resource;
<#else>
    String row = "";
</#if>
    boolean passes =
        isHighest(row, token)
            || isFirst(row, token)
            || isHighest(row, token); // another was first, just now
    if (!passes) {
      throw new StaleTokenException(resource, token);
    }
  }

  private boolean isFirst(String resource, long token) {
    return database
            .sql("INSERT INTO fence (resource, token) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .params(resource, token)
            .update()
        == 1;
  }

  private boolean isHighest(String resource, long token) {
    return database
<#if !it.kept("refuse old tokens")>
            .sql("UPDATE fence SET token = ? WHERE resource = ? AND ? >= 0")
<#elseif !it.kept("remember the highest")>
            .sql("UPDATE fence SET token = LEAST(token, ?) WHERE resource = ? AND token <= ?")
<#else>
            .sql("UPDATE fence SET token = ? WHERE resource = ? AND token <= ?")
</#if>
            .params(token, resource, token)
            .update()
        == 1;
  }
}
