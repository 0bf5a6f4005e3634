package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
  private final JdbcDataSource database = new JdbcDataSource();
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private final IdempotencyKeys keys = new IdempotencyKeys(database, () -> now);
  private Connection open; // a database in memory lasts as long as a connection to it
  private int killAt = Integer.MAX_VALUE;
  private int commits;

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void create() throws SQLException, IOException {
    database.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = database.getConnection();
    try (InputStream schema = IdempotencyKeys.class.getResourceAsStream("idempotency.sql");
        Statement statement = open.createStatement()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("CREATE TABLE charged (amount integer)");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private static IdempotencyKeys.Request request(String caller, String key, String body) {
    return new IdempotencyKeys.Request(
        caller, key, "POST", "/charges", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with how many charges there are then. */
  private static IdempotencyKeys.Response charge(
      Connection transaction, IdempotencyKeys.Request request) throws SQLException {
    try (Statement insert = transaction.createStatement()) {
      insert.executeUpdate("INSERT INTO charged VALUES (10)");
    }
    return text(201, "charge " + count(transaction));
  }

  private static IdempotencyKeys.Response text(int status, String body) {
    return new IdempotencyKeys.Response(
        status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT count(*) FROM charged")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String told(IdempotencyKeys.Response response) {
    return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }

  private String post(String caller, String key, String body) throws Exception {
    return told(keys.answer(request(caller, key, body), IdempotencyKeysTest::charge));
  }

  @Test
  void a_request_that_is_sent_again_gets_the_same_answer_and_takes_effect_once()
      throws Exception {
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 2", post("ann", "k-2", "10"));
    assertEquals(2, count(open));
  }

  @Test
  void a_key_with_another_request_is_refused() throws Exception {
    post("ann", "k-1", "10");

    assertTrue(post("ann", "k-1", "20").startsWith("422 "));
    assertEquals(1, count(open));
  }

  @Test
  void a_key_of_another_caller_is_another_key() throws Exception {
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
    assertEquals("201 charge 2", post("bob", "k-1", "10"));
  }

  @Test
  void while_a_request_is_at_work_its_repetition_is_told_to_wait() throws Exception {
    IdempotencyKeys.Response first =
        keys.answer(
            request("ann", "k-1", "10"),
            (transaction, request) -> {
              assertTrue(post("ann", "k-1", "10").startsWith("409 "));
              return charge(transaction, request);
            });

    assertEquals("201 charge 1", told(first));
    assertEquals(1, count(open));
  }

  /** Killed before or after any commit, it takes effect once when it is sent again. */
  @Test
  void killed_at_any_moment_it_takes_effect_once() throws Exception {
    int kills = 0;
    for (int at = 1; at <= 6; at++) {
      killAt = at;
      commits = 0;
      String key = "k-" + at;
      int before = count(open);
      try {
        new IdempotencyKeys(killing(), () -> now)
            .answer(request("ann", key, "10"), IdempotencyKeysTest::charge);
      } catch (Killed killed) {
        kills++;
      }
      now = now.plus(Duration.ofMinutes(2)); // until another may take over
      assertEquals("201 charge " + (before + 1), post("ann", key, "10"));
      assertEquals(before + 1, count(open));
    }
    assertTrue(kills >= 4, kills + " kills");
  }

  private DataSource killing() {
    return proxy(
        DataSource.class, database, (name, result) -> proxy(Connection.class, result, null));
  }

  private interface Wrapper {
    Object wrapped(String method, Object result);
  }

  private <T> T proxy(Class<T> type, Object target, Wrapper wrapper) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if (commit && ++commits == killAt) {
                throw new Killed();
              }
              try {
                Object result = method.invoke(target, arguments);
                if (commit && ++commits == killAt) {
                  throw new Killed();
                }
                return wrapper == null ? result : wrapper.wrapped(method.getName(), result);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  @Test
  void one_that_was_paused_too_long_takes_no_effect_beside_who_took_over() throws Exception {
    IdempotencyKeys.Response paused =
        keys.answer(
            request("ann", "k-1", "10"),
            (transaction, request) -> {
              now = now.plus(Duration.ofMinutes(2));
              assertEquals("201 charge 1", post("ann", "k-1", "10"));
              return charge(transaction, request);
            });

    assertEquals(409, paused.status());
    assertEquals(1, count(open));
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
  }

  @Test
  void what_failed_can_be_tried_again_at_once() throws Exception {
    assertThrows(
        IOException.class,
        () ->
            keys.answer(
                request("ann", "k-1", "10"),
                (transaction, request) -> {
                  charge(transaction, request);
                  throw new IOException("down");
                }));
    IdempotencyKeys.Response unavailable =
        keys.answer(
            request("ann", "k-1", "10"),
            (transaction, request) -> {
              charge(transaction, request);
              return text(503, "later");
            });

    assertEquals("503 later", told(unavailable));
    assertEquals("201 charge 1", post("ann", "k-1", "10"));
  }

  @Test
  void a_key_is_as_new_after_a_day() throws Exception {
    post("ann", "k-1", "10");
    now = now.plus(Duration.ofHours(25));

    assertEquals("201 charge 2", post("ann", "k-1", "20"));
    now = now.plus(Duration.ofHours(25));
    assertEquals(1, keys.forget());
  }

  @Test
  void it_serves_http() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/charges", new IdempotentHandler(keys, exchange -> "ann", IdempotencyKeysTest::charge));
    server.start();
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + server.getAddress().getPort() + "/charges"))
              .timeout(Duration.ofSeconds(10))
              .POST(HttpRequest.BodyPublishers.ofString("10"));
      assertEquals(400, sent(request.build()).statusCode());
      request.header("Idempotency-Key", "k-1");
      assertEquals("charge 1", sent(request.build()).body());
      assertEquals("charge 1", sent(request.build()).body());
    } finally {
      server.stop(0);
    }
  }

  private static HttpResponse<String> sent(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
