package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class DeadlineConfigurationTest {
  private final AtomicReference<String> told = new AtomicReference<>("nothing");
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer callee;

  @BeforeEach
  void start() throws IOException {
    callee = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callee.setExecutor(threads);
    callee.createContext("/quick", exchange -> answer(exchange));
    callee.createContext("/hang", this::hang);
    callee.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    told.set(exchange.getRequestHeaders().getFirst(Deadline.HEADER));
    exchange.sendResponseHeaders(200, 4);
    exchange.getResponseBody().write("done".getBytes());
    exchange.close();
  }

  /** Two seconds at most. */
  private void hang(HttpExchange exchange) throws IOException {
    try {
      end.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    answer(exchange);
  }

  @AfterEach
  void stop() {
    end.countDown();
    callee.stop(0);
    threads.shutdownNow();
  }

  /** Serves a request whose caller has so much time left, by a call to the callee. */
  private String serve(String leftMillis, String path) {
    String[] body = {""};
    new ApplicationContextRunner()
        .withUserConfiguration(DeadlineConfiguration.class)
        .withPropertyValues("deadline.call=10s", "deadline.max=20s", "deadline.reserve=50ms")
        .run(
            context -> {
              RestClient client =
                  RestClient.builder()
                      .requestFactory(context.getBean(DeadlineRequestFactory.class))
                      .baseUrl("http://127.0.0.1:" + callee.getAddress().getPort())
                      .build();
              MockHttpServletRequest request = new MockHttpServletRequest();
              request.addHeader(Deadline.HEADER, leftMillis);
              context
                  .getBean(DeadlineFilter.class)
                  .doFilter(
                      request,
                      new MockHttpServletResponse(),
                      (served, answer) ->
                          body[0] = client.get().uri(path).retrieve().body(String.class));
            });
    return body[0];
  }

  @Test
  void a_callee_is_told_what_is_left_of_the_time_of_the_caller() {
    assertEquals("done", serve("9000", "/quick"));
    assertTrue(told.get() != null && told.get().matches("8\\d\\d\\d|[1-7]\\d\\d\\d"), told::get);
  }

  @Test
  void a_callee_that_hangs_is_left_before_the_caller_goes() {
    assertThrows(ResourceAccessException.class, () -> serve("250", "/hang"));
  }

  @Test
  void for_a_caller_who_has_gone_nothing_is_sent() {
    assertThrows(Deadline.ExceededException.class, () -> serve("10", "/quick"));
    assertEquals("nothing", told.get());
  }

  @Test
  void the_next_request_of_the_thread_has_a_deadline_of_its_own() {
    serve("9000", "/quick");

    assertEquals(Optional.empty(), DeadlineFilter.current());
  }
}
