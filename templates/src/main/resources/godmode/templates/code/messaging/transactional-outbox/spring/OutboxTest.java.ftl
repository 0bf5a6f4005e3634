package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
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

class OutboxTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
  private final JdbcClient database = JdbcClient.create(source);
  private final Outbox outbox = new Outbox(database);
  private final List<String> received = new ArrayList<>(); // by the broker
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private Connection open; // a database in memory lasts as long as a connection to it

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("outbox.sql", Outbox.class))
        .execute(source);
    database.sql("CREATE TABLE orders (id varchar(20) PRIMARY KEY)").update();
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private void place(String order, String... messages) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> placed(outbox, order, messages));
  }

  /** A change and its messages. */
  private void placed(Outbox outbox, String order, String... messages) {
    database.sql("INSERT INTO orders VALUES (?)").param(order).update();
    for (String message : messages) {
      outbox.add(order, message);
    }
  }

  private OutboxRelay relay(OutboxRelay.Sender sender) {
    return new OutboxRelay(database, transactions, sender, () -> now);
  }

  /** A broker that takes everything. */
  private void take(OutboxRelay.Message message) {
    received.add(message.messageKey() + " " + message.payload());
  }

  private long rows(String table) {
    return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
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
        .withUserConfiguration(OutboxConfiguration.class)
        .withBean(JdbcDataSource.class, () -> source)
        .withBean(OutboxRelay.Sender.class, () -> this::take)
        .withPropertyValues("outbox.pause=PT1H")
        .run(
            context -> {
              TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
              Outbox bean = context.getBean(Outbox.class);
              transaction.executeWithoutResult(status -> placed(bean, "order-1", "placed"));
              context.getBean(OutboxRelay.class).relay();
            });

    assertEquals(List.of("order-1 placed"), received);
    assertEquals(0, rows("outbox"));
  }

  @Test
  void killed_before_the_commit_neither_the_change_nor_the_message_is_there() {
    assertThrows(
        Killed.class,
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status -> {
                      placed(outbox, "order-1", "placed");
                      throw new Killed();
                    }));

    relay(this::take).relay();
    assertEquals(List.of(), received);
    assertEquals(0, rows("orders"));
  }

  @Test
  void a_message_outside_a_transaction_is_refused() {
    assertThrows(IllegalStateException.class, () -> outbox.add("order-1", "placed"));
  }

  @Test
  void a_relay_that_is_killed_before_or_after_the_send_loses_nothing() {
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
      assertThrows(Killed.class, killed::relay);
      relay(this::take).relay();

      List<String> once = List.copyOf(new LinkedHashSet<>(received));
      assertEquals(List.of(order + " placed", order + " paid"), once);
      assertEquals(after ? 3 : 2, received.size()); // twice where nobody knows
    }
  }

  @Test
  void two_relays_send_different_keys_at_the_same_time() {
    place("order-1", "placed", "paid");
    place("order-2", "placed");
    OutboxRelay second = relay(this::take);
    OutboxRelay first =
        relay(
            message -> {
              if (received.isEmpty()) {
                elsewhere(second); // while the first is sending
              }
              take(message);
            });
    first.relay();

    assertEquals(List.of("order-2 placed", "order-1 placed", "order-1 paid"), received);
  }

  /** In a thread of its own, because Spring binds transactions to threads. */
  private static void elsewhere(OutboxRelay relay) throws InterruptedException {
    Thread thread = new Thread(relay::relay);
    thread.setUncaughtExceptionHandler((its, failure) -> {});
    thread.start();
    thread.join(10_000);
  }

  @Test
  void a_message_that_fails_holds_up_its_key_and_no_other() {
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

    relay.relay();
    assertEquals(List.of("order-2 placed"), received);
    now = now.plus(Duration.ofSeconds(1));
    relay.relay();
    now = now.plus(Duration.ofSeconds(1));
    relay.relay();
    assertEquals(List.of("order-2 placed"), received); // the second pause is longer
    now = now.plus(Duration.ofSeconds(1));
    relay.relay();
    assertEquals(List.of("order-2 placed", "order-1 placed", "order-1 paid"), received);
    assertEquals(0, rows("outbox"));
  }
}
