package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PostgresLockTest {
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final JdbcDataSource source = new JdbcDataSource();
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
                return method.invoke(source, arguments);
              });

  private final JdbcTransactionManager transactions = new JdbcTransactionManager(slow);
  private final JdbcClient database = JdbcClient.create(slow);
  private Connection open; // a database in memory lasts as long as a connection to it
  private final PostgresLock lock =
      new PostgresLock(database, transactions, LEASE, () -> elapsed.toNanos());

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("lock.sql", PostgresLock.class))
        .execute(source);
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private PostgresLock.Held acquired() {
    Optional<PostgresLock.Held> held = lock.acquire("invoices");
    assertTrue(held.isPresent(), "nobody has it");
    return held.get();
  }

  /** What the clock of the database does while a holder is paused. */
  private void theLeaseEnds() {
    database
        .sql("UPDATE lease_lock SET leased_until = leased_until - INTERVAL '1' HOUR")
        .update();
  }

  @Test
  void one_has_it_at_a_time() {
    PostgresLock.Held held = acquired();
    assertTrue(lock.acquire("invoices").isEmpty());
    assertTrue(lock.acquire("letters").isPresent());

    held.close();
    acquired();
  }

  @Test
  void a_holder_that_died_is_followed_by_one_with_a_higher_token() {
    long dead = acquired().token();
    theLeaseEnds();

    assertTrue(acquired().token() > dead);
  }

  @Test
  void a_holder_that_was_paused_finds_out_and_leaves_the_next_one_alone() {
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
  void tokens_grow_over_releases_too() {
    PostgresLock.Held paused = acquired();
    theLeaseEnds();
    PostgresLock.Held next = acquired();
    next.close();

    PostgresLock.Held last = acquired();
    assertTrue(last.token() > next.token());
    assertTrue(next.token() > paused.token());
  }

  @Test
  void a_holder_that_renews_keeps_it() {
    PostgresLock.Held held = acquired();
    elapsed = elapsed.plus(LEASE.multipliedBy(2).dividedBy(3));
    assertTrue(held.renew());
    elapsed = elapsed.plus(LEASE.multipliedBy(2).dividedBy(3));
    assertTrue(held.isHeld());

    elapsed = elapsed.plus(LEASE);
    assertFalse(held.isHeld());
  }

  @Test
  void a_slow_answer_takes_from_the_time_of_the_holder() {
    answerTakes = Duration.ofSeconds(8); // the lease may have begun at once
    PostgresLock.Held held = acquired();
    answerTakes = Duration.ZERO;
    elapsed = Duration.ofSeconds(11);

    assertFalse(held.isHeld());
  }

  @Test
  void spring_puts_it_together() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class))
        .withUserConfiguration(LockConfiguration.class)
        .withBean(JdbcDataSource.class, () -> source)
        .withPropertyValues("lock.lease-seconds=30")
        .run(
            context -> {
              PostgresLock bean = context.getBean(PostgresLock.class);
              assertTrue(bean.acquire("invoices").isPresent());
              assertTrue(bean.acquire("invoices").isEmpty());
            });
  }
}
