package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

class CircuitBreakerConfigurationTest {
  private final AtomicInteger calls = new AtomicInteger();

  private void with(Consumer<CircuitBreaker> test) {
    new ApplicationContextRunner()
        .withUserConfiguration(CircuitBreakerConfiguration.class)
        .withPropertyValues("circuit-breaker.calls=4", "circuit-breaker.open-for=1h")
        .run(
            context ->
                test.accept(
                    context.getBean(CircuitBreakerRegistry.class).circuitBreaker("payments")));
  }

  private String down() {
    calls.incrementAndGet();
    throw new ResourceAccessException("connection refused");
  }

  private String badRequest() {
    calls.incrementAndGet();
    throw new HttpClientErrorException(HttpStatus.BAD_REQUEST);
  }

  @Test
  void a_callee_that_is_down_is_left_alone() {
    with(
        breaker -> {
          for (int i = 0; i < 4; i++) {
            assertThrows(
                ResourceAccessException.class, () -> breaker.executeSupplier(this::down));
          }
          for (int i = 0; i < 100; i++) {
            assertThrows(
                CallNotPermittedException.class, () -> breaker.executeSupplier(this::down));
          }
          assertEquals(4, calls.get());
        });
  }

  @Test
  void a_callee_that_is_slow_is_left_alone() {
    with(
        breaker -> {
          for (int i = 0; i < 4; i++) {
            breaker.acquirePermission();
            breaker.onSuccess(3, TimeUnit.SECONDS); // so long it took
          }
          assertThrows(
              CallNotPermittedException.class, () -> breaker.executeSupplier(() -> "late"));
        });
  }

  @Test
  void bad_requests_of_one_client_shut_no_other_out() {
    with(
        breaker -> {
          for (int i = 0; i < 10; i++) {
            assertThrows(
                HttpClientErrorException.class,
                () -> breaker.executeSupplier(this::badRequest));
          }
          assertEquals("served", breaker.executeSupplier(() -> "served"));
        });
  }

  @Test
  void one_call_tries_whether_the_callee_is_back_and_all_others_are_refused() {
    with(
        breaker -> {
          breaker.transitionToOpenState();
          breaker.transitionToHalfOpenState(); // as after an hour
          String answer =
              breaker.executeSupplier(
                  () -> {
                    assertThrows(
                        CallNotPermittedException.class,
                        () -> breaker.executeSupplier(() -> "second"));
                    return "back";
                  });
          assertEquals("back", answer);
          assertDoesNotThrow(() -> breaker.executeSupplier(() -> "closed again"));
          assertEquals(CircuitBreaker.State.CLOSED, breaker.getState());
        });
  }
}
