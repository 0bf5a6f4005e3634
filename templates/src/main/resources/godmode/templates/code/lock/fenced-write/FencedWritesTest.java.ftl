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
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FencedWritesTest {
  private final JdbcDataSource database = new JdbcDataSource();
  private Connection open; // a database in memory lasts as long as a connection to it
  private long lastToken = 32;

  /** A lock whose lease runs out: whoever asks next gets it, with a higher token. */
  private long lock() {
    return ++lastToken;
  }

  @BeforeEach
  void create() throws SQLException, IOException {
    database.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = database.getConnection();
    try (InputStream schema = FencedWrites.class.getResourceAsStream("fence.sql");
        Statement statement = open.createStatement()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("CREATE TABLE total (text varchar(20))");
      statement.execute("INSERT INTO total VALUES ('nothing')");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void set(Connection transaction, String text) throws SQLException {
    try (Statement update = transaction.createStatement()) {
      update.executeUpdate("UPDATE total SET text = '" + text + "'");
    }
    transaction.commit();
  }

  private void write(long token, String text) throws SQLException {
    try (Connection transaction = begun()) {
      FencedWrites.pass(transaction, "total", token);
      set(transaction, text);
    }
  }

  private String total() throws SQLException {
    try (Statement select = open.createStatement();
        ResultSet row = select.executeQuery("SELECT text FROM total")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void a_holder_that_was_paused_beyond_its_lease_writes_nothing() throws Exception {
    long paused = lock();
    long next = lock(); // the lease of the first ran out while it was paused
    write(next, "next");

    assertThrows(FencedWrites.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals("next", total());
  }

  @Test
  void one_that_wrote_before_it_was_paused_is_shut_out_as_well() throws Exception {
    long paused = lock();
    write(paused, "first");
    write(lock(), "next");

    assertThrows(FencedWrites.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals("next", total());
  }

  @Test
  void a_holder_writes_as_often_as_it_likes() throws Exception {
    long token = lock();
    write(token, "1");
    write(token, "2");

    assertEquals("2", total());
  }

  @Test
  void one_that_is_paused_between_check_and_write_does_not_write_over_the_next() throws Exception {
    write(lock(), "before");
    long token = lock();
    long next = lock();
    try (Connection paused = begun()) {
      FencedWrites.pass(paused, "total", token);
      // The next one waits for the end of this transaction, until it gives up: this is one thread.
      assertThrows(SQLException.class, () -> write(next, "next"));
      set(paused, "paused");
    }
    write(next, "next");

    assertEquals("next", total());
  }

  @Test
  void a_check_outside_a_transaction_is_refused() {
    assertThrows(
        IllegalStateException.class, () -> FencedWrites.pass(open, "total", lock()));
  }

  @Test
  void each_resource_has_tokens_of_its_own() throws Exception {
    long low = lock();
    try (Connection transaction = begun()) {
      FencedWrites.pass(transaction, "letters", lock());
      transaction.commit();
    }
    write(low, "low");

    assertEquals("low", total());
  }

  @Test
  void the_check_fits_into_the_statement_that_writes() throws Exception {
    long paused = lock();
    long next = lock();
    try (Statement statement = open.createStatement()) {
      statement.execute("ALTER TABLE total ADD fence bigint DEFAULT 0 NOT NULL");
      String update = "UPDATE total SET text = '%s', fence = %d WHERE fence <= %2$d";

      assertEquals(1, statement.executeUpdate(update.formatted("next", next)));
      assertEquals(0, statement.executeUpdate(update.formatted("paused", paused)));
      assertEquals("next", total());
    }
  }
}
