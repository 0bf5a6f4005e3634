package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLockTest {
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final JdbcDataSource database = new JdbcDataSource();
  private Connection open; // a database in memory lasts as long as a connection to it
  private Duration elapsed = Duration.ZERO; // as the holder measures it
  private Duration answerTakes = Duration.ZERO;

  /** The database, which takes its time. */
  private final DataSource slow =
      (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getConnection")) {
                  elapsed = elapsed.plus(answerTakes);
                }
                return method.invoke(database, arguments);
              });

  private final PostgresLock lock =
      new PostgresLock(slow, LEASE, () -> elapsed.toNanos());

  @BeforeEach
  void create() throws SQLException, IOException {
    database.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = database.getConnection();
    try (InputStream schema = PostgresLock.class.getResourceAsStream("lock.sql");
        Statement statement = open.createStatement()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private PostgresLock.Held acquired() throws SQLException {
    Optional<PostgresLock.Held> held = lock.acquire("invoices");
    assertTrue(held.isPresent(), "nobody has it");
    return held.get();
  }

  /** What the clock of the database does while a holder is paused. */
  private void theLeaseEnds() throws SQLException {
    try (Statement update = open.createStatement()) {
      update.executeUpdate(
          "UPDATE lease_lock SET leased_until = leased_until - INTERVAL '1' HOUR");
    }
  }

  @Test
  void one_has_it_at_a_time() throws Exception {
    PostgresLock.Held held = acquired();
    assertTrue(lock.acquire("invoices").isEmpty());
    assertTrue(lock.acquire("letters").isPresent());

    held.close();
    acquired();
  }

  @Test
  void a_holder_that_died_is_followed_by_one_with_a_higher_token() throws Exception {
    long dead = acquired().token();
    theLeaseEnds();

    assertTrue(acquired().token() > dead);
  }

  @Test
  void a_holder_that_was_paused_finds_out_and_leaves_the_next_one_alone() throws Exception {
    PostgresLock.Held paused = acquired();
    theLeaseEnds();
    PostgresLock.Held next = acquired();

    assertFalse(paused.renew());
    assertFalse(paused.isHeld());
    paused.close();
    assertTrue(lock.acquire("invoices").isEmpty(), "the next one still has it");
    assertTrue(next.renew());
  }

  @Test
  void tokens_grow_over_releases_too() throws Exception {
    PostgresLock.Held paused = acquired();
    theLeaseEnds();
    PostgresLock.Held next = acquired();
    next.close();

    PostgresLock.Held last = acquired();
    assertTrue(last.token() > next.token());
    assertTrue(next.token() > paused.token());
  }

  @Test
  void a_holder_that_renews_keeps_it() throws Exception {
    PostgresLock.Held held = acquired();
    elapsed = elapsed.plus(LEASE.multipliedBy(2).dividedBy(3));
    assertTrue(held.renew());
    elapsed = elapsed.plus(LEASE.multipliedBy(2).dividedBy(3));
    assertTrue(held.isHeld());

    elapsed = elapsed.plus(LEASE);
    assertFalse(held.isHeld());
  }

  @Test
  void a_slow_answer_takes_from_the_time_of_the_holder() throws Exception {
    answerTakes = Duration.ofSeconds(8); // the lease may have begun at once
    PostgresLock.Held held = acquired();
    answerTakes = Duration.ZERO;
    elapsed = Duration.ofSeconds(11);

    assertFalse(held.isHeld());
  }

  @Test
  void a_lease_of_less_than_a_second_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> new PostgresLock(database, Duration.ofMillis(999)));
  }
}
