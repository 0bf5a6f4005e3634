package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IdempotencyFilterTest {
  private final JdbcDataSource source = new JdbcDataSource();
  private final KillingSource killing = new KillingSource();
  private final JdbcClient database = JdbcClient.create(killing);
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private final IdempotencyFilter filter = filter(() -> now);
  private Connection open; // a database in memory lasts as long as a connection to it

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies before or after the commit of this number. */
  private final class KillingSource extends AbstractDataSource {
    private int killAt = Integer.MAX_VALUE;
    private int commits;

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = source.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                boolean commit = method.getName().equals("commit");
                if (commit && ++commits == killAt) {
                  throw new Killed();
                }
                try {
                  Object result = method.invoke(connection, arguments);
                  if (commit && ++commits == killAt) {
                    throw new Killed();
                  }
                  return result;
                } catch (InvocationTargetException failure) {
                  throw failure.getCause();
                }
              });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }

  private IdempotencyFilter filter(InstantSource clock) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(killing);
    return new IdempotencyFilter(
        new IdempotencyKeys(database, transactions, clock), transactions);
  }

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("idempotency.sql", IdempotencyKeys.class))
        .execute(source);
    database.sql("CREATE TABLE charged (amount integer)").update();
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private int charged() {
    return database.sql("SELECT count(*) FROM charged").query(Integer.class).single();
  }

  /** What serves requests: reads the body, writes, and tells how many charges there are then. */
  private void charge(ServletRequest request, ServletResponse response) throws IOException {
    int amount =
        Integer.parseInt(
            new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    database.sql("INSERT INTO charged VALUES (?)").param(amount).update();
    ((HttpServletResponse) response).setStatus(201);
    response.setContentType("text/plain");
    response.getWriter().write("charge " + charged());
  }

  private String post(String caller, String key, String body)
      throws ServletException, IOException {
    return post(filter, caller, key, body, this::charge);
  }

  private static String post(
      IdempotencyFilter filter, String caller, String key, String body, FilterChain chain)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/charges");
    request.setUserPrincipal(() -> caller);
    request.addHeader("Idempotency-Key", key);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, chain);
    return response.getStatus() + " " + response.getContentAsString();
  }

  @Test
  void spring_puts_it_together() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class))
        .withUserConfiguration(IdempotencyConfiguration.class)
        .withBean(KillingSource.class, () -> killing)
        .run(
            context -> {
              IdempotencyFilter bean = context.getBean(IdempotencyFilter.class);
              assertEquals("201 charge 1", post(bean, "ann", "k-1", "10", this::charge));
              assertEquals("201 charge 1", post(bean, "ann", "k-1", "10", this::charge));
            });
  }

  @Test
  void a_request_that_is_sent_again_gets_the_same_answer_and_takes_effect_once()
      throws Exception {
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 2", post("ann", "k-2", "10"));
    assertEquals(2, charged());
  }

  @Test
  void a_key_with_another_request_is_refused() throws Exception {
    post("ann", "k-1", "10");

    assertTrue(post("ann", "k-1", "20").startsWith("422 "));
    assertEquals(1, charged());
  }

  @Test
  void a_key_of_another_caller_is_another_key() throws Exception {
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 2", post("bob", "k-1", "10"));
  }

  @Test
  void while_a_request_is_at_work_its_repetition_is_told_to_wait() throws Exception {
    AtomicReference<String> second = new AtomicReference<>();
    String first =
        post(
            filter,
            "ann",
            "k-1",
            "10",
            (request, response) -> {
              second.set(elsewhere("k-1"));
              charge(request, response);
            });

    assertEquals("201 charge 1", first);
    assertTrue(second.get().startsWith("409 "));
    assertEquals(1, charged());
  }

  /** In a thread of its own, because Spring binds transactions to threads. */
  private String elsewhere(String key) {
    AtomicReference<String> told = new AtomicReference<>("nothing");
    Thread thread =
        new Thread(
            () -> {
              try {
                told.set(post("ann", key, "10"));
              } catch (ServletException | IOException failure) {
                told.set(failure.toString());
              }
            });
    thread.start();
    try {
      thread.join(10_000);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return told.get();
  }

  @Test
  void killed_before_or_after_any_commit_it_takes_effect_once() throws Exception {
    int kills = 0;
    for (int at = 1; at <= 6; at++) {
      String key = "k-" + at;
      int before = charged();
      killing.commits = 0;
      killing.killAt = at;
      try {
        post("ann", key, "10");
      } catch (ServletException | Killed killed) {
        kills++;
      }
      killing.killAt = Integer.MAX_VALUE;
      now = now.plus(Duration.ofMinutes(2)); // until another may take over
      assertEquals("201 charge " + (before + 1), post("ann", key, "10"));
      assertEquals(before + 1, charged());
    }
    assertTrue(kills >= 4, kills + " kills");
  }

  @Test
  void one_that_was_paused_too_long_takes_no_effect_beside_who_took_over() throws Exception {
    AtomicReference<String> second = new AtomicReference<>();
    String paused =
        post(
            filter,
            "ann",
            "k-1",
            "10",
            (request, response) -> {
              now = now.plus(Duration.ofMinutes(2));
              second.set(elsewhere("k-1"));
              charge(request, response);
            });

    assertEquals("201 charge 1", second.get());
    assertTrue(paused.startsWith("409 "), paused);
    assertEquals(1, charged());
  }

  @Test
  void what_failed_can_be_tried_again_at_once() throws Exception {
    FilterChain failing =
        (request, response) -> {
          charge(request, response);
          throw new ServletException("down");
        };
    FilterChain unavailable =
        (request, response) -> {
          charge(request, response);
          ((HttpServletResponse) response).setStatus(503);
        };
    assertThrows(
        ServletException.class, () -> post(filter, "ann", "k-1", "10", failing));
    assertEquals("503 charge 1", post(filter, "ann", "k-1", "10", unavailable));
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals(1, charged());
  }

  @Test
  void a_form_with_a_key_is_refused_because_nobody_could_read_it_again() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/charges");
    request.addHeader("Idempotency-Key", "k-1");
    request.setContentType("application/x-www-form-urlencoded");
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, this::charge);

    assertEquals(415, response.getStatus());
    assertEquals(0, charged());
  }

  @Test
  void a_key_is_as_new_after_a_day() throws Exception {
    post("ann", "k-1", "10");
    now = now.plus(Duration.ofHours(25));

    assertEquals("201 charge 2", post("ann", "k-1", "20"));
  }
}
