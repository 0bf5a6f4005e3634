package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final JdbcDataSource database = new JdbcDataSource();
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private final Inbox inbox = new Inbox(database, "billing", () -> now);
  private Connection open; // a database in memory lasts as long as a connection to it

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void create() throws SQLException, IOException {
    database.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = database.getConnection();
    try (InputStream schema = Inbox.class.getResourceAsStream("inbox.sql");
        Statement statement = open.createStatement()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("CREATE TABLE charged (amount integer)");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private static void charge(Connection transaction) throws SQLException {
    try (Statement insert = transaction.createStatement()) {
      insert.executeUpdate("INSERT INTO charged VALUES (10)");
    }
  }

  private int charged() throws SQLException {
    try (Statement select = open.createStatement();
        ResultSet row = select.executeQuery("SELECT count(*) FROM charged")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void a_message_that_is_delivered_three_times_takes_effect_once() throws Exception {
    assertTrue(inbox.handle("m-1", InboxTest::charge));
    assertFalse(inbox.handle("m-1", InboxTest::charge));
    assertFalse(new Inbox(database, "billing").handle("m-1", InboxTest::charge)); // restarted
    assertTrue(inbox.handle("m-2", InboxTest::charge));
    assertEquals(2, charged());
  }

  @Test
  void killed_before_or_after_the_effect_it_takes_effect_when_it_is_delivered_again()
      throws Exception {
    assertThrows(
        Killed.class,
        () ->
            inbox.handle(
                "m-1",
                transaction -> {
                  throw new Killed();
                }));
    assertThrows(
        Killed.class,
        () ->
            inbox.handle(
                "m-1",
                transaction -> {
                  charge(transaction);
                  throw new Killed();
                }));
    assertEquals(0, charged());

    assertTrue(inbox.handle("m-1", InboxTest::charge));
    assertEquals(1, charged());
  }

  @Test
  void two_that_get_a_message_at_once_do_it_once() throws Exception {
    Inbox second = new Inbox(database, "billing");
    inbox.handle(
        "m-1",
        transaction -> {
          charge(transaction);
          // The second waits for the first, until it gives up: this is one thread.
          assertThrows(SQLException.class, () -> second.handle("m-1", InboxTest::charge));
        });

    assertFalse(second.handle("m-1", InboxTest::charge)); // delivered again
    assertEquals(1, charged());
  }

  @Test
  void when_the_first_of_two_fails_the_second_does_it() throws Exception {
    Inbox second = new Inbox(database, "billing");
    assertThrows(
        IOException.class,
        () ->
            inbox.handle(
                "m-1",
                transaction -> {
                  charge(transaction);
                  throw new IOException("no stock");
                }));

    assertTrue(second.handle("m-1", InboxTest::charge));
    assertEquals(1, charged());
  }

  @Test
  void each_consumer_does_its_own_part() throws Exception {
    assertTrue(inbox.handle("m-1", InboxTest::charge));
    assertTrue(new Inbox(database, "mail").handle("m-1", transaction -> {}));
  }

  @Test
  void old_messages_are_forgotten_and_new_ones_are_not() throws Exception {
    inbox.handle("m-1", InboxTest::charge);
    now = now.plus(Duration.ofDays(30));
    inbox.handle("m-2", InboxTest::charge);

    assertEquals(1, inbox.forget(now.minus(Duration.ofDays(14))));
    assertFalse(inbox.handle("m-2", InboxTest::charge));
  }
}
