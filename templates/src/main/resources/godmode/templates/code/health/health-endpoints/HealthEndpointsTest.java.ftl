package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthEndpointsTest {
  private final AtomicLong now = new AtomicLong();
  private final CountDownLatch never = new CountDownLatch(1);
  private Callable<Boolean> database = () -> true;

  private final HealthEndpoints health =
      new HealthEndpoints(
          Map.of("database", () -> database.call()),
          Duration.ofMillis(400),
          Duration.ofSeconds(30),
          now::get);

  private final HttpClient probe = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = health.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** What a probe with a timeout of two seconds sees. */
  private String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    HttpResponse<String> answer = probe.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void with_all_that_is_needed_it_lives_and_is_ready() throws Exception {
    assertEquals("200 ok", get("/livez"));
    assertEquals("200 ok", get("/readyz"));
  }

  @Test
  void a_database_that_is_down_is_no_reason_to_restart() throws Exception {
    database =
        () -> {
          throw new IOException("connection refused");
        };

    assertEquals("503 database is away", get("/readyz"));
    assertEquals("200 ok", get("/livez"));
    database = () -> true;
    assertEquals("200 ok", get("/readyz"));
  }

  @Test
  void a_database_that_hangs_is_told_before_the_probe_gives_up() throws Exception {
    database = () -> never.await(10, TimeUnit.SECONDS);

    assertEquals("503 database is away", get("/readyz"));
    assertEquals("200 ok", get("/livez"));
  }

  @Test
  void a_process_that_is_stuck_is_restarted() throws Exception {
    now.addAndGet(Duration.ofSeconds(31).toNanos());
    assertEquals("503 no progress for 31 s", get("/livez"));

    health.progress();
    assertEquals("200 ok", get("/livez"));
  }

  @Test
  void a_process_that_is_told_to_stop_gets_no_more_requests_and_lives() throws Exception {
    health.stopping();

    assertEquals("503 stopping", get("/readyz"));
    assertEquals("200 ok", get("/livez"));
  }
}
