package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
  private FencedWrites() {}

  /** Thrown instead of writing: somebody else has had the lock since. Roll back, and stop. */
  public static final class StaleTokenException extends SQLException {
    private static final long serialVersionUID = 1L;

    StaleTokenException(String resource, long token) {
      super("token " + token + " for " + resource + " is old: a higher one has passed");
    }
  }

  /**
   * Lets the rest of the transaction write, or refuses to. A row stays locked until it ends, so
   * none with another token can write in between.
   *
   * @param resource what the lock is for, for instance {@code invoices}
   * @param token that came with the lock
   * @throws StaleTokenException where a higher one has passed
   * @throws IllegalStateException where each statement is a transaction of its own
   */
  public static void pass(Connection transaction, String resource, long token)
      throws SQLException {
<#if it.kept("check in the transaction")>
    if (transaction.getAutoCommit()) {
      throw new IllegalStateException(
          "a check of " + resource + " outside a transaction; call setAutoCommit(false) first");
    }
</#if>
<#if it.kept("each resource for itself")>
    String row = resource;
<#else>
    String row = "";
</#if>
    boolean passes =
        isHighest(transaction, row, token)
            || isFirst(transaction, row, token)
            || isHighest(transaction, row, token); // another was first, just now
    if (!passes) {
      throw new StaleTokenException(resource, token);
    }
<#if !it.kept("check in the transaction")>
    transaction.commit();
</#if>
  }

  private static boolean isFirst(Connection transaction, String resource, long token)
      throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "INSERT INTO fence (resource, token) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, resource);
      insert.setLong(2, token);
      return insert.executeUpdate() == 1;
    }
  }

  private static boolean isHighest(Connection transaction, String resource, long token)
      throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement(
<#if !it.kept("refuse old tokens")>
            "UPDATE fence SET token = ? WHERE resource = ? AND ? >= 0")) {
<#elseif !it.kept("remember the highest")>
            "UPDATE fence SET token = LEAST(token, ?) WHERE resource = ? AND token <= ?")) {
<#else>
            "UPDATE fence SET token = ? WHERE resource = ? AND token <= ?")) {
</#if>
      update.setLong(1, token);
      update.setString(2, resource);
      update.setLong(3, token);
      return update.executeUpdate() == 1;
    }
  }
}
