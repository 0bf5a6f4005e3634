package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

class InboxTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
  private final JdbcClient database = JdbcClient.create(source);
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private final Inbox inbox = new Inbox(database, transactions, () -> now);
  private Connection open; // a database in memory lasts as long as a connection to it

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("inbox.sql", Inbox.class)).execute(source);
    database.sql("CREATE TABLE charged (amount integer)").update();
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private void charge() {
    database.sql("INSERT INTO charged VALUES (10)").update();
  }

  private int charged() {
    return database.sql("SELECT count(*) FROM charged").query(Integer.class).single();
  }

  @Test
  void spring_puts_it_together() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class))
        .withUserConfiguration(InboxConfiguration.class)
        .withBean(JdbcDataSource.class, () -> source)
        .run(
            context -> {
              Inbox bean = context.getBean(Inbox.class);
              assertTrue(bean.handle("billing", "m-1", this::charge));
              assertFalse(bean.handle("billing", "m-1", this::charge));
            });

    assertEquals(1, charged());
  }

  @Test
  void a_message_that_is_delivered_again_takes_effect_once() {
    assertTrue(inbox.handle("billing", "m-1", this::charge));
    assertFalse(inbox.handle("billing", "m-1", this::charge));
    assertTrue(inbox.handle("billing", "m-2", this::charge));
    assertEquals(2, charged());
  }

  @Test
  void killed_before_or_after_the_effect_it_takes_effect_when_it_is_delivered_again() {
    Runnable killedBefore =
        () -> {
          throw new Killed();
        };
    Runnable killedAfter =
        () -> {
          charge();
          throw new Killed();
        };
    assertThrows(Killed.class, () -> inbox.handle("billing", "m-1", killedBefore));
    assertThrows(Killed.class, () -> inbox.handle("billing", "m-1", killedAfter));
    assertEquals(0, charged());

    assertTrue(inbox.handle("billing", "m-1", this::charge));
    assertEquals(1, charged());
  }

  @Test
  void two_that_get_a_message_at_once_do_it_once() {
    AtomicReference<Throwable> second = new AtomicReference<>();
    inbox.handle(
        "billing",
        "m-1",
        () -> {
          charge();
          second.set(elsewhere(() -> inbox.handle("billing", "m-1", this::charge)));
        });

    assertTrue(second.get() != null, "the second waits for the first, until it gives up");
    assertFalse(inbox.handle("billing", "m-1", this::charge)); // delivered again
    assertEquals(1, charged());
  }

  /** In a thread of its own, because Spring binds transactions to threads. What it threw. */
  private static Throwable elsewhere(Runnable what) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(what);
    thread.setUncaughtExceptionHandler((its, failure) -> thrown.set(failure));
    thread.start();
    try {
      thread.join(10_000);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return thrown.get();
  }

  @Test
  void each_consumer_does_its_own_part() {
    assertTrue(inbox.handle("billing", "m-1", this::charge));
    assertTrue(inbox.handle("mail", "m-1", () -> {}));
  }

  @Test
  void old_messages_are_forgotten_and_new_ones_are_not() {
    inbox.handle("billing", "m-1", this::charge);
    now = now.plus(Duration.ofDays(30));
    inbox.handle("billing", "m-2", this::charge);

    assertEquals(1, inbox.forget(now.minus(Duration.ofDays(14))));
    assertFalse(inbox.handle("billing", "m-2", this::charge));
  }
}
