package ${it.packageName()};

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets each message take effect once, however often it is delivered: its number is remembered in
 * the transaction of its effect (Richardson, Microservices Patterns, 2018, section 3.3; Helland,
 * Life beyond Distributed Transactions, 2007). The table is in {@code inbox.sql}.
 *
 * <p>Acknowledge the message after {@link #handle} has returned, whatever it returned. Effects
 * outside this database are not covered: give the number of the message to whom you call.
 */
public final class Inbox {
  private static final String REMEMBER =
      """
      INSERT INTO inbox (consumer, message_id, received_at) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Inbox(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Does what the message asks for, unless that was done before; in the transaction of the caller,
   * or else in one of its own. One that gets a message while another is at work on it waits for
   * the other's end.
   *
   * @param consumer who receives; each has its own part to do
   * @param message its number, the same at every delivery
   * @param effect what it writes with the same data source is part of the transaction; when it
   *     throws, nothing happened, and the message should be delivered again
   * @return whether it took effect now
   */
  public boolean handle(String consumer, String message, Runnable effect) {
<#if !it.kept("remember with the effect")>
    if (!remember(consumer, message)) {
      return false;
    }
    transaction.executeWithoutResult(status -> effect.run());
    return true;
<#else>
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
  <#if it.kept("know it again")>
    <#if it.kept("remember before the effect")>
              boolean fresh = remember(consumer, message);
    <#else>
              boolean fresh =
                  database
                      .sql("SELECT 1 FROM inbox WHERE consumer = ? AND message_id = ?")
                      .params(consumer, message)
                      .query(Integer.class)
                      .optional()
                      .isEmpty();
    </#if>
  <#else>
              boolean fresh = remember(consumer, message) || !consumer.isEmpty();
  </#if>
              if (fresh) {
                effect.run();
              }
  <#if !it.kept("remember before the effect")>
              remember(consumer, message);
  </#if>
              return fresh;
            }));
</#if>
  }

  /** Whether it is new; waits while another transaction has the same and has not ended. */
  private boolean remember(String consumer, String message) {
    return database
            .sql(REMEMBER)
<#if it.kept("remember for each consumer")>
            .params(consumer, message, clock.instant().atOffset(ZoneOffset.UTC))
<#else>
            .params("", message, clock.instant().atOffset(ZoneOffset.UTC))
</#if>
            .update()
        == 1;
  }

  /**
   * Forgets old messages; call it once a day.
   *
   * @param before longer ago than any message can be delivered again, also out of a log that is
   *     read from its beginning
   * @return how many
   */
  public int forget(Instant before) {
    return database
        .sql("DELETE FROM inbox WHERE received_at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
