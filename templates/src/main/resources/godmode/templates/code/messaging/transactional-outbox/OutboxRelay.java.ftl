package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Sends what is in the {@link Outbox}: every message at least once, and those of one key in order.
 * Call {@link #relay} again and again, in as many processes as there are; each key is sent by one
 * of them at a time. Whoever receives the messages must know them again by their {@code id}.
 *
 * <p>A key is claimed by the lock on the row of its first message, which lasts as long as the
 * transaction: a relay that is killed holds nothing. The transaction is open while messages are
 * sent, so {@link Sender#send} needs a timeout.
 */
public final class OutboxRelay {
  /** The most messages of one key that are sent in one transaction. */
  private static final int BATCH = 100;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private static final String CLAIM =
      """
      SELECT message_key FROM outbox head
      WHERE (due_at IS NULL OR due_at <= ?)
<#if it.kept("keep the order of a key")>
        AND NOT EXISTS (
          SELECT 1 FROM outbox earlier
          WHERE earlier.message_key = head.message_key AND earlier.id < head.id)
</#if>
      ORDER BY id
      LIMIT 1
<#if it.kept("claim before the send")>
      FOR UPDATE<#if it.kept("pass over what others send")> SKIP LOCKED</#if>
</#if>
      """;

  private final DataSource database;
  private final Sender sender;
  private final InstantSource clock;

  /**
   * A message to send.
   *
   * @param id the same at every repetition
   */
  public record Message(long id, String key, String payload, int attempts) {}

  /** What hands messages to a broker. */
  @FunctionalInterface
  public interface Sender {
    /** Returns when the broker has the message for good; throws where that is not known. */
    void send(Message message) throws Exception;
  }

  public OutboxRelay(DataSource database, Sender sender) {
    this(database, sender, InstantSource.system());
  }

  OutboxRelay(DataSource database, Sender sender, InstantSource clock) {
    this.database = database;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Sends what is due, key after key.
   *
   * @param most keys that are looked at
   * @return how many messages were sent; 0 is the time to pause
   */
  public int relay(int most) throws SQLException {
    int sent = 0;
    for (int i = 0; i < most; i++) {
      Optional<Integer> ofOneKey = relayOneKey();
      if (ofOneKey.isEmpty()) {
        break;
      }
      sent += ofOneKey.get();
    }
    return sent;
  }

  /** Nothing where no key is due that nobody else has claimed. */
  private Optional<Integer> relayOneKey() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      try {
        Optional<String> key = claim(connection);
        if (key.isEmpty()) {
          return Optional.empty();
        }
        int sent = send(connection, key.get());
        connection.commit();
        return Optional.of(sent);
      } finally {
        connection.rollback(); // what was committed stays
      }
    }
  }

  private Optional<String> claim(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CLAIM)) {
      select.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private int send(Connection connection, String key) throws SQLException {
    int sent = 0;
    for (Message message : messages(connection, key)) {
<#if !it.kept("mark after the send")>
      remove(connection, message);
      connection.commit();
</#if>
      Optional<Exception> failure = failureOf(message);
      if (failure.isEmpty()) {
        remove(connection, message);
        sent++;
      } else {
        postpone(connection, message, failure.get());
<#if it.kept("keep the order of a key")>
        break;
</#if>
      }
    }
    return sent;
  }

  /** Nothing where it is certain that the broker has the message. */
  private Optional<Exception> failureOf(Message message) {
    try {
      sender.send(message);
      return Optional.empty();
    } catch (Exception failure) {
      return Optional.of(failure);
    }
  }

  private List<Message> messages(Connection connection, String key) throws SQLException {
    List<Message> messages = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, payload, attempts FROM outbox WHERE message_key = ? ORDER BY id LIMIT "
                + BATCH)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          messages.add(new Message(row.getLong(1), key, row.getString(2), row.getInt(3)));
        }
      }
    }
    return messages;
  }

  private static void remove(Connection connection, Message message) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
      delete.setLong(1, message.id());
      delete.executeUpdate();
    }
  }

  /** Its key waits with it. A message that nobody ever takes shows in the table: watch it. */
  private void postpone(Connection connection, Message message, Exception failure)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE outbox SET attempts = attempts + 1, due_at = ?, failure = ? WHERE id = ?")) {
<#if it.kept("pause after a failure")>
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempts(), 20));
      Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
<#else>
      Duration capped = Duration.ZERO;
</#if>
      update.setObject(1, clock.instant().plus(capped).atOffset(ZoneOffset.UTC));
      update.setString(2, failure.toString());
      update.setLong(3, message.id());
      update.executeUpdate();
    }
  }
}
