package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;

class GatewayAggregationTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final GatewayAggregation gateway = new GatewayAggregation(threads);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final Map<String, Callable<String>> calls = new LinkedHashMap<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private String hang() throws InterruptedException {
    try {
      never.await(10, TimeUnit.SECONDS);
      return "too late";
    } catch (InterruptedException stop) {
      interrupted.countDown();
      throw stop;
    }
  }

  /** What the client of the gateway waits for. */
  private GatewayAggregation.Answer<String> answer(Duration within) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> gateway.answer(calls, within));
  }

  @Test
  void all_are_asked_at_once() {
    CyclicBarrier together = new CyclicBarrier(3);
    for (String name : List.of("cart", "prices", "reviews")) {
      calls.put(
          name,
          () -> {
            together.await(1, TimeUnit.SECONDS); // none answers before all were asked
            return name;
          });
    }

    assertEquals(Set.of(), answer(LONG).missing());
  }

  @Test
  void a_callee_that_hangs_is_missing_and_does_not_hold_the_rest() {
    calls.put("cart", () -> "2 articles");
    calls.put("reviews", this::hang);
    GatewayAggregation.Answer<String> answer = answer(SHORT);

    assertEquals(Optional.of("2 articles"), answer.parts().get("cart").value());
    assertEquals(Set.of("reviews"), answer.missing());
    assertEquals("no answer in time", answer.parts().get("reviews").missing());
  }

  @Test
  void a_callee_that_hangs_gives_its_thread_back() throws Exception {
    calls.put("reviews", this::hang);
    answer(SHORT);

    assertTrue(interrupted.await(2, TimeUnit.SECONDS));
  }

  @Test
  void a_callee_that_fails_is_missing_and_the_rest_is_there() {
    calls.put(
        "cart",
        () -> {
          throw new IOException("connection refused");
        });
    calls.put("prices", () -> "9.99");
    GatewayAggregation.Answer<String> answer = answer(LONG);

    assertEquals("failed: connection refused", answer.parts().get("cart").missing());
    assertEquals(Optional.of("9.99"), answer.parts().get("prices").value());
    assertEquals(List.of("cart", "prices"), List.copyOf(answer.parts().keySet()));
  }
}
