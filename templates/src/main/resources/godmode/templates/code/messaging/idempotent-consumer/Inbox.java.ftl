package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.sql.DataSource;

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

  private final DataSource database;
  private final String consumer;
  private final InstantSource clock;

  /** What a message asks for. */
  @FunctionalInterface
  public interface Effect {
    /** Writes with this connection, and neither commits nor closes it. */
    void apply(Connection transaction) throws Exception;
  }

  /**
   * @param consumer who receives; each has its own part to do
   */
  public Inbox(DataSource database, String consumer) {
    this(database, consumer, InstantSource.system());
  }

  Inbox(DataSource database, String consumer, InstantSource clock) {
    this.database = database;
    this.consumer = consumer;
    this.clock = clock;
  }

  /**
   * Does what the message asks for, unless that was done before. One that gets a message while
   * another is at work on it waits for the other's end.
   *
   * @param message its number, the same at every delivery
   * @return whether it took effect now
   * @throws Exception of the effect or the database; nothing happened then, and the message should
   *     be delivered again
   */
  public boolean handle(String message, Effect effect) throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
<#if it.kept("know it again")>
        <#if it.kept("remember before the effect")>
        if (!remember(connection, message)) {
          return false;
        }
        <#else>
        if (isThere(connection, message)) {
          return false;
        }
        </#if>
</#if>
<#if !it.kept("remember with the effect")>
        connection.commit();
</#if>
        effect.apply(connection);
<#if !(it.kept("know it again") && it.kept("remember before the effect"))>
        remember(connection, message);
</#if>
        connection.commit();
        return true;
      } finally {
        connection.rollback(); // what was committed stays
      }
    }
  }

<#if !it.kept("remember before the effect")>
  private boolean isThere(Connection connection, String message) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM inbox WHERE consumer = ? AND message_id = ?")) {
      select.setString(1, consumer);
      select.setString(2, message);
      return select.executeQuery().next();
    }
  }

</#if>
  /** Whether it is new; waits while another transaction has the same and has not ended. */
  private boolean remember(Connection connection, String message) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
<#if it.kept("remember for each consumer")>
      insert.setString(1, consumer);
<#else>
      insert.setString(1, consumer.substring(0, 0));
</#if>
      insert.setString(2, message);
      insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /**
   * Forgets old messages; call it once a day.
   *
   * @param before longer ago than any message can be delivered again, also out of a log that is
   *     read from its beginning
   * @return how many
   */
  public int forget(Instant before) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM inbox WHERE consumer = ? AND received_at < ?")) {
      delete.setString(1, consumer);
      delete.setObject(2, before.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }
}
