package ${it.packageName()};

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the {@link Outbox}: every message at least once, and those of one key in order,
 * from as many instances as there are; each key is sent by one of them at a time. Whoever receives
 * the messages must know them again by their {@code id}.
 *
 * <p>A key is claimed by the lock on the row of its first message, which lasts as long as the
 * transaction: a relay that is killed holds nothing. The transaction is open while messages are
 * sent, so {@link Sender#send} needs a timeout.
 */
public class OutboxRelay {
  /** The most keys in one round, and the most messages of one key in one transaction. */
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

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Sender sender;
  private final InstantSource clock;

  /**
   * A message to send.
   *
   * @param id the same at every repetition
   */
  public record Message(long id, String messageKey, String payload, int attempts) {}

  /** What hands messages to a broker. */
  @FunctionalInterface
  public interface Sender {
    /** Returns when the broker has the message for good; throws where that is not known. */
    void send(Message message) throws Exception;
  }

  OutboxRelay(JdbcClient database, PlatformTransactionManager transactions, Sender sender) {
    this(database, transactions, sender, InstantSource.system());
  }

  OutboxRelay(
      JdbcClient database,
      PlatformTransactionManager transactions,
      Sender sender,
      InstantSource clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.sender = sender;
    this.clock = clock;
  }

  /** Sends what is due, key after key. */
  @Scheduled(
      fixedDelayString = "${r"${outbox.pause:PT1S}"}",
      initialDelayString = "${r"${outbox.pause:PT1S}"}")
  public void relay() {
    for (int i = 0; i < BATCH; i++) {
      boolean more = Boolean.TRUE.equals(transaction.execute(status -> relayOneKey()));
      if (!more) {
        break;
      }
    }
  }

  /** Whether there was a key that is due and that nobody else has claimed. */
  private boolean relayOneKey() {
    Optional<String> key =
        database.sql(CLAIM).param(time(Duration.ZERO)).query(String.class).optional();
    key.ifPresent(this::send);
    return key.isPresent();
  }

  private void send(String key) {
    for (Message message : messages(key)) {
<#if it.kept("mark after the send")>
      Optional<Exception> failure = failureOf(message);
<#else>
      org.springframework.transaction.support.TransactionSynchronizationManager
          .registerSynchronization(
              new org.springframework.transaction.support.TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  failureOf(message);
                }
              });
      Optional<Exception> failure = Optional.empty();
</#if>
      if (failure.isEmpty()) {
        database.sql("DELETE FROM outbox WHERE id = ?").param(message.id()).update();
      } else {
        postpone(message, failure.get());
<#if it.kept("keep the order of a key")>
        break;
</#if>
      }
    }
  }

  private List<Message> messages(String key) {
    return database
        .sql(
            """
            SELECT id, message_key, payload, attempts FROM outbox
            WHERE message_key = ? ORDER BY id LIMIT ?
            """)
        .params(key, BATCH)
        .query(Message.class)
        .list();
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

  /** Its key waits with it. A message that nobody ever takes shows in the table: watch it. */
  private void postpone(Message message, Exception failure) {
<#if it.kept("pause after a failure")>
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempts(), 20));
    Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
<#else>
    Duration capped = Duration.ZERO;
</#if>
    database
        .sql("UPDATE outbox SET attempts = attempts + 1, due_at = ?, failure = ? WHERE id = ?")
        .params(time(capped), failure.toString(), message.id())
        .update();
  }

  private OffsetDateTime time(Duration fromNow) {
    return clock.instant().plus(fromNow).atOffset(ZoneOffset.UTC);
  }
}
