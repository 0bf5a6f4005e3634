package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class GatewayConfigurationTest {
  private final CyclicBarrier together = new CyclicBarrier(2);
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(GatewayConfiguration.class);
  private HttpServer callees;
  private RestClient client = RestClient.create();

  /** What is done with the gateway while the application runs. */
  interface Story {
    void run(GatewayAggregation gateway) throws Exception;
  }

  @BeforeEach
  void start() throws IOException {
    callees = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callees.setExecutor(threads);
    callees.createContext("/quick", exchange -> answer(exchange, 200));
    callees.createContext("/empty", exchange -> answer(exchange, 204));
    callees.createContext("/down", exchange -> answer(exchange, 503));
    callees.createContext("/hang", this::hang);
    callees.createContext("/together", this::meet);
    callees.start();
    RestClient.create(base()).get().uri("/quick").retrieve().body(String.class); // warm up
  }

  private String base() {
    return "http://127.0.0.1:" + callees.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, status == 200 ? 4 : -1);
    if (status == 200) {
      exchange.getResponseBody().write("done".getBytes());
    }
    exchange.close();
  }

  /** Three seconds at most. */
  private void hang(HttpExchange exchange) throws IOException {
    try {
      end.await(3, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    answer(exchange, 200);
  }

  /** Answers nobody before two have asked. */
  private void meet(HttpExchange exchange) throws IOException {
    try {
      together.await(1, TimeUnit.SECONDS);
      answer(exchange, 200);
    } catch (Exception alone) {
      answer(exchange, 503);
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    callees.stop(0);
    threads.shutdownNow();
  }

  private void serve(String within, Story story) {
    application
        .withPropertyValues("aggregation.threads=2", "aggregation.within=" + within)
        .run(
            context -> {
              client =
                  RestClient.builder()
                      .requestFactory(context.getBean(JdkClientHttpRequestFactory.class))
                      .baseUrl(base())
                      .build();
              GatewayAggregation gateway = context.getBean(GatewayAggregation.class);
              assertTimeoutPreemptively(Duration.ofSeconds(2), () -> story.run(gateway));
            });
  }

  /** Parts that are called a, b, c. */
  private Map<String, Callable<String>> calls(String... paths) {
    Map<String, Callable<String>> calls = new LinkedHashMap<>();
    for (String path : paths) {
      String name = String.valueOf((char) ('a' + calls.size()));
      calls.put(name, () -> client.get().uri(path).retrieve().body(String.class));
    }
    return calls;
  }

  @Test
  void all_are_asked_at_once() {
    serve(
        "5s",
        gateway ->
            assertEquals(
                Set.of(), gateway.answer(calls("/together", "/together")).missing()));
  }

  @Test
  void a_callee_that_hangs_is_missing_and_does_not_hold_the_rest() {
    serve(
        "600ms",
        gateway -> {
          GatewayAggregation.Answer<String> answer = gateway.answer(calls("/hang", "/quick"));

          assertEquals(Set.of("a"), answer.missing());
          assertEquals("no answer in time", answer.parts().get("a").missing());
          assertEquals(Optional.of("done"), answer.parts().get("b").value());
        });
  }

  @Test
  void a_caller_that_has_less_time_is_answered_in_it() {
    serve(
        "10s",
        gateway ->
            assertEquals(
                Set.of("a"), gateway.answer(calls("/hang"), Duration.ofMillis(100)).missing()));
  }

  @Test
  void a_callee_that_fails_is_missing_and_the_rest_is_there() {
    serve(
        "5s",
        gateway -> {
          GatewayAggregation.Answer<String> answer = gateway.answer(calls("/down", "/quick"));

          assertEquals(Set.of("a"), answer.missing());
          assertTrue(answer.parts().get("a").missing().startsWith("failed: 503"));
          assertEquals(List.of("a", "b"), List.copyOf(answer.parts().keySet()));
        });
  }

  @Test
  void an_answer_without_a_body_is_missing_and_the_rest_is_there() {
    serve(
        "5s",
        gateway -> {
          GatewayAggregation.Answer<String> answer = gateway.answer(calls("/empty", "/quick"));

          assertEquals("failed: no body", answer.parts().get("a").missing());
          assertEquals(Set.of("a"), answer.missing());
        });
  }

  @Test
  void a_call_that_finds_no_thread_is_missing_at_once_and_the_caller_does_not_make_it() {
    serve(
        "300ms",
        gateway -> {
          GatewayAggregation.Answer<String> answer =
              gateway.answer(calls("/hang", "/hang", "/hang"));

          assertEquals("no answer in time", answer.parts().get("b").missing());
          assertEquals("failed: every thread is busy", answer.parts().get("c").missing());
        });
  }

  @Test
  void callees_that_hang_give_their_threads_back() {
    serve(
        "10s",
        gateway -> {
          assertEquals(
              Set.of("a", "b"),
              gateway.answer(calls("/hang", "/hang"), Duration.ofMillis(100)).missing());
          // ends with the two seconds of the story at the latest
          while (!gateway.answer(calls("/quick")).missing().isEmpty()) {
            assertFalse(Thread.interrupted());
          }
        });
  }

  @Test
  void without_settings_it_takes_a_second_and_a_hundred_threads() {
    application.run(
        context ->
            assertEquals(
                new GatewayAggregation.Settings(Duration.ofSeconds(1), 100),
                context.getBean(GatewayAggregation.Settings.class)));
  }

  @Test
  void an_application_without_time_or_threads_does_not_start() {
    for (String wrong : List.of("aggregation.within=0s", "aggregation.threads=0")) {
      application
          .withPropertyValues(wrong)
          .run(context -> assertNotNull(context.getStartupFailure()));
    }
  }
}
