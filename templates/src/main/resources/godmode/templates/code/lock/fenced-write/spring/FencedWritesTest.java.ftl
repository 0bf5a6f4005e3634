package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FencedWritesTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final JdbcClient database = JdbcClient.create(source);
  private final FencedWrites fence = new FencedWrites(database);
  private Connection open; // a database in memory lasts as long as a connection to it
  private long lastToken = 32;

  /** A lock whose lease runs out: whoever asks next gets it, with a higher token. */
  private long lock() {
    return ++lastToken;
  }

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("fence.sql", FencedWrites.class))
        .execute(source);
    database.sql("CREATE TABLE total (text varchar(20))").update();
    database.sql("INSERT INTO total VALUES ('nothing')").update();
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private void write(FencedWrites fence, TransactionTemplate transaction, long token, String text) {
    transaction.executeWithoutResult(
        status -> {
          fence.pass("total", token);
          database.sql("UPDATE total SET text = ?").param(text).update();
        });
  }

  private void write(long token, String text) {
    write(fence, transaction, token, text);
  }

  private String total() {
    return database.sql("SELECT text FROM total").query(String.class).single();
  }

  @Test
  void a_holder_that_was_paused_beyond_its_lease_writes_nothing() {
    long paused = lock();
    long next = lock(); // the lease of the first ran out while it was paused
    write(next, "next");

    assertThrows(FencedWrites.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals("next", total());
  }

  @Test
  void one_that_wrote_before_it_was_paused_is_shut_out_as_well() {
    long paused = lock();
    write(paused, "first");
    write(lock(), "next");

    assertThrows(FencedWrites.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals("next", total());
  }

  @Test
  void one_that_is_paused_between_check_and_write_does_not_write_over_the_next() {
    write(lock(), "before");
    long token = lock();
    long next = lock();
    AtomicReference<Throwable> gaveUp = new AtomicReference<>();
    transaction.executeWithoutResult(
        status -> {
          fence.pass("total", token);
          gaveUp.set(elsewhere(() -> write(next, "next")));
          database.sql("UPDATE total SET text = 'paused'").update();
        });
    write(next, "next");

    assertTrue(gaveUp.get() != null, "it waits for the end of this transaction");
    assertEquals("next", total());
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
  void a_check_outside_a_transaction_is_refused() {
    assertThrows(IllegalStateException.class, () -> fence.pass("total", lock()));
  }

  @Test
  void each_resource_has_tokens_of_its_own() {
    long low = lock();
    transaction.executeWithoutResult(status -> fence.pass("letters", lock()));
    write(low, "low");

    assertEquals("low", total());
  }

  @Test
  void spring_puts_it_together() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class))
        .withUserConfiguration(FenceConfiguration.class)
        .withBean(JdbcDataSource.class, () -> source)
        .run(
            context ->
                write(
                    context.getBean(FencedWrites.class),
                    context.getBean(TransactionTemplate.class),
                    lock(),
                    "written"));

    assertEquals("written", total());
  }
}
