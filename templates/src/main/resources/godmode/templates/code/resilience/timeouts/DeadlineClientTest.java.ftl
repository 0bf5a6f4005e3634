package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineClientTest {
  private static final Duration SHORT = Duration.ofMillis(150);

  private final DeadlineClient client = new DeadlineClient(HttpClient.newHttpClient());
  private final Deadline deadline = Deadline.within(Duration.ofSeconds(10), Duration.ZERO);
  private final AtomicReference<String> told = new AtomicReference<>("nothing");
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer callee;

  @BeforeEach
  void start() throws IOException {
    callee = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callee.setExecutor(threads);
    callee.createContext("/quick", exchange -> answer(exchange, false));
    callee.createContext("/trickle", exchange -> answer(exchange, true));
    callee.start();
  }

  /** Answers at once, or sends half of its body and then hangs, for two seconds at most. */
  private void answer(HttpExchange exchange, boolean hang) throws IOException {
    told.set(exchange.getRequestHeaders().getFirst(Deadline.HEADER));
    exchange.sendResponseHeaders(200, 4);
    exchange.getResponseBody().write("do".getBytes());
    exchange.getResponseBody().flush();
    try {
      if (hang && end.await(2, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseBody().write("ne".getBytes());
    exchange.close();
  }

  @AfterEach
  void stop() {
    end.countDown();
    callee.stop(0);
    threads.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    int port = callee.getAddress().getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  @Test
  void a_callee_that_answers_is_told_how_long_it_has() throws Exception {
    assertEquals(
        "done", client.send(request("/quick"), deadline, Duration.ofSeconds(9)).body());
    assertTrue(told.get() != null && told.get().matches("[1-9]\\d{0,3}"), () -> "" + told);
  }

  @Test
  void a_body_that_trickles_ends_with_the_timeout() {
    assertThrows(
        HttpTimeoutException.class, () -> client.send(request("/trickle"), deadline, SHORT));
  }

  @Test
  void a_callee_that_is_away_is_told_as_what_it_is() {
    callee.stop(0);

    assertThrows(IOException.class, () -> client.send(request("/quick"), deadline, SHORT));
  }
}
