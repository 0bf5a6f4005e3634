package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final JdbcDataSource database = new JdbcDataSource();
  private final List<String> received = new ArrayList<>(); // by the broker
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
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
    try (InputStream schema = Outbox.class.getResourceAsStream("outbox.sql");
        Statement statement = open.createStatement()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("CREATE TABLE orders (id varchar(20) PRIMARY KEY, state varchar(20))");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  /** A change and its message in one transaction. */
  private void place(String order, String... messages) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      placed(connection, order, messages);
      connection.commit();
    }
  }

  private static void placed(Connection connection, String order, String... messages)
      throws SQLException {
    try (Statement insert = connection.createStatement()) {
      insert.execute("INSERT INTO orders VALUES ('" + order + "', 'placed')");
    }
    for (String message : messages) {
      Outbox.add(connection, order, message);
    }
  }

  private OutboxRelay relay(OutboxRelay.Sender sender) {
    return new OutboxRelay(database, sender, () -> now);
  }

  /** A broker that takes everything. */
  private void take(OutboxRelay.Message message) {
    received.add(message.key() + " " + message.payload());
  }

  private long rows(String table) throws SQLException {
    try (Statement select = open.createStatement();
        ResultSet row = select.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void what_was_committed_is_sent_once_and_in_order() throws Exception {
    place("order-1", "placed", "paid");
    place("order-2", "placed");

    assertEquals(3, relay(this::take).relay(10));
    assertEquals(0, relay(this::take).relay(10));
    assertEquals(List.of("order-1 placed", "order-1 paid", "order-2 placed"), received);
  }

  @Test
  void killed_before_the_commit_neither_the_change_nor_the_message_is_there() throws Exception {
    Connection killed = database.getConnection();
    killed.setAutoCommit(false);
    placed(killed, "order-1", "placed");
    killed.close(); // as the database sees it when a process is gone

    assertEquals(0, relay(this::take).relay(10));
    assertEquals(0, rows("orders"));
  }

  @Test
  void a_message_outside_a_transaction_is_refused() {
    assertThrows(IllegalStateException.class, () -> Outbox.add(open, "order-1", "placed"));
  }

  @Test
  void a_relay_that_is_killed_before_or_after_the_send_loses_nothing() throws Exception {
    for (boolean after : List.of(false, true)) {
      String order = "order-" + after;
      place(order, "placed", "paid");
      received.clear();

      OutboxRelay killed =
          relay(
              message -> {
                if (after) {
                  take(message);
                }
                throw new Killed();
              });
      assertThrows(Killed.class, () -> killed.relay(10));
      relay(this::take).relay(10);

      Set<String> once = new LinkedHashSet<>(received);
      assertEquals(List.of(order + " placed", order + " paid"), List.copyOf(once));
      assertEquals(after ? 3 : 2, received.size()); // twice where nobody knows
    }
  }

  @Test
  void two_relays_send_different_keys_at_the_same_time() throws Exception {
    place("order-1", "placed", "paid");
    place("order-2", "placed");
    OutboxRelay second = relay(this::take);
    OutboxRelay first =
        relay(
            message -> {
              if (received.isEmpty()) {
                second.relay(10); // while the first is sending
              }
              take(message);
            });
    first.relay(10);

    assertEquals(List.of("order-2 placed", "order-1 placed", "order-1 paid"), received);
  }

  @Test
  void a_message_that_fails_holds_up_its_key_and_no_other() throws Exception {
    place("order-1", "placed", "paid");
    place("order-2", "placed");
    OutboxRelay relay =
        relay(
            message -> {
              if (message.id() == 1 && message.attempts() < 2) {
                throw new IOException("no reply");
              }
              take(message);
            });

    relay.relay(10);
    assertEquals(List.of("order-2 placed"), received);
    now = now.plus(Duration.ofSeconds(1));
    relay.relay(10);
    now = now.plus(Duration.ofSeconds(1));
    relay.relay(10);
    assertEquals(List.of("order-2 placed"), received); // the second pause is longer
    now = now.plus(Duration.ofSeconds(1));
    relay.relay(10);
    assertEquals(List.of("order-2 placed", "order-1 placed", "order-1 paid"), received);
    assertEquals(0, rows("outbox"));
  }
}
