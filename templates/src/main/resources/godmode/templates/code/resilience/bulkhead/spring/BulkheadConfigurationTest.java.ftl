package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.web.client.ResourceAccessException;

class BulkheadConfigurationTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch inside = new CountDownLatch(2);
  private final CountDownLatch hanging = new CountDownLatch(1);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private void with(ContextConsumer<AssertableApplicationContext> test) {
    new ApplicationContextRunner()
        .withUserConfiguration(BulkheadConfiguration.class)
        .withPropertyValues("bulkhead.calls=2")
        .run(test);
  }

  private boolean hang() throws InterruptedException {
    inside.countDown();
    return hanging.await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_callee_that_hangs_takes_two_threads_and_one_call_more_is_refused_at_once() {
    with(
        context -> {
          BulkheadRegistry bulkheads = context.getBean(BulkheadRegistry.class);
          Bulkhead slow = bulkheads.bulkhead("slow");
          Future<Boolean> first = threads.submit(Bulkhead.decorateCallable(slow, this::hang));
          Future<Boolean> second = threads.submit(Bulkhead.decorateCallable(slow, this::hang));
          assertTrue(inside.await(10, TimeUnit.SECONDS));

          assertTimeoutPreemptively(
              Duration.ofSeconds(2),
              () ->
                  assertThrows(
                      BulkheadFullException.class, () -> slow.executeSupplier(() -> "third")));
          assertEquals("well", bulkheads.bulkhead("other").executeSupplier(() -> "well"));
          hanging.countDown();
          assertTrue(first.get(10, TimeUnit.SECONDS) && second.get(10, TimeUnit.SECONDS));
          assertEquals("third", slow.executeSupplier(() -> "third"));
        });
  }

  @Test
  void a_call_that_fails_gives_its_place_back() {
    with(
        context -> {
          Bulkhead bulkhead = context.getBean(BulkheadRegistry.class).bulkhead("down");
          for (int i = 0; i < 10; i++) {
            assertThrows(
                ResourceAccessException.class,
                () ->
                    bulkhead.executeSupplier(
                        () -> {
                          throw new ResourceAccessException("connection refused");
                        }));
          }
          assertEquals("up", bulkhead.executeSupplier(() -> "up"));
        });
  }

  @Test
  void without_a_setting_it_takes_twenty() {
    new ApplicationContextRunner()
        .withUserConfiguration(BulkheadConfiguration.class)
        .run(
            context ->
                assertEquals(
                    20,
                    context
                        .getBean(BulkheadRegistry.class)
                        .bulkhead("payments")
                        .getMetrics()
                        .getMaxAllowedConcurrentCalls()));
  }
}
