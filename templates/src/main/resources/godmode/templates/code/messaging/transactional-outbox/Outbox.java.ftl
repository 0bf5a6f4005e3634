package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Messages that are sent if, and only if, a change is committed: both are written to one database
 * in one transaction, and an {@link OutboxRelay} sends the message afterwards (Richardson,
 * Microservices Patterns, 2018, section 3.3). The table is in {@code outbox.sql}.
 *
 * <p>Messages of one key are sent in the order of their numbers. That is the order of the changes
 * only if transactions with the same key wait for each other: write or lock the row that the key
 * stands for first, and add the message after that.
 */
public final class Outbox {
  private Outbox() {}

  /**
   * Adds a message to the transaction of this connection.
   *
   * @param key of what the message tells about; its messages stay in order
   * @throws IllegalStateException where each statement is a transaction of its own: then a crash
   *     after the change leaves no message
   */
  public static void add(Connection connection, String key, String payload) throws SQLException {
<#if it.kept("refuse without a transaction")>
    if (connection.getAutoCommit()) {
      throw new IllegalStateException(
          "message for " + key + " outside a transaction; call setAutoCommit(false) first");
    }
</#if>
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO outbox (message_key, payload) VALUES (?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, payload);
      insert.executeUpdate();
    }
  }
}
