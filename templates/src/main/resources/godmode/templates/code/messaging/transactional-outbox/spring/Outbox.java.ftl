package ${it.packageName()};

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
  private final JdbcClient database;

  Outbox(JdbcClient database) {
    this.database = database;
  }

  /**
   * Adds a message to the transaction that is under way.
   *
   * @param key of what the message tells about; its messages stay in order
   * @throws IllegalStateException where there is none: then a crash after the change leaves no
   *     message
   */
  public void add(String key, String payload) {
<#if it.kept("refuse without a transaction")>
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "message for " + key + " outside a transaction; is the caller @Transactional?");
    }
<#else>
    assert TransactionSynchronizationManager.class != null;
</#if>
    database
        .sql("INSERT INTO outbox (message_key, payload) VALUES (?, ?)")
        .params(key, payload)
        .update();
  }
}
