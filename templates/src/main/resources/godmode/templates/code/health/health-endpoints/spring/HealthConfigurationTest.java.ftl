package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class HealthConfigurationTest {
  private final AtomicLong now = new AtomicLong();
  private final CountDownLatch never = new CountDownLatch(1);
  private HealthConfiguration.Needed database = () -> true;

  private void with(Consumer<ApplicationContext> test) {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ApplicationAvailabilityAutoConfiguration.class,
                HealthEndpointAutoConfiguration.class,
                AvailabilityProbesAutoConfiguration.class))
        .withUserConfiguration(HealthConfiguration.class)
        .withPropertyValues("management.endpoint.health.probes.enabled=true")
        .withBean("database", HealthConfiguration.Needed.class, () -> () -> database.isThere())
        .run(
            context -> {
              AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
              AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
              test.accept(context);
            });
  }

  /** What a probe with a timeout of two seconds sees. */
  private static String probe(ApplicationContext context, String group) {
    HealthComponent health =
        assertTimeoutPreemptively(
            Duration.ofSeconds(2),
            () -> context.getBean(HealthEndpoint.class).healthForPath(group));
    return health.getStatus().getCode();
  }

  @Test
  void with_all_that_is_needed_it_lives_and_is_ready() {
    with(
        context -> {
          assertEquals("UP", probe(context, "liveness"));
          assertEquals("UP", probe(context, "readiness"));
        });
  }

  @Test
  void a_database_that_is_down_is_no_reason_to_restart() {
    database =
        () -> {
          throw new IOException("connection refused");
        };
    with(
        context -> {
          assertEquals("DOWN", probe(context, "readiness"));
          assertEquals("UP", probe(context, "liveness"));
        });
  }

  @Test
  void a_database_that_hangs_is_told_before_the_probe_gives_up() {
    database = () -> never.await(10, TimeUnit.SECONDS);
    with(context -> assertEquals("DOWN", probe(context, "readiness")));
  }

  @Test
  void a_process_that_is_stuck_is_restarted() {
    Progress progress = new Progress(Duration.ofSeconds(60), now::get);
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    assertEquals("DOWN", progress.health().getStatus().getCode());

    progress.made();
    assertEquals("UP", progress.health().getStatus().getCode());
    with(
        context -> {
          HealthComponent liveness =
              context.getBean(HealthEndpoint.class).healthForPath("liveness");
          assertTrue(((CompositeHealth) liveness).getComponents().containsKey("progress"));
        });
  }

  @Test
  void a_process_that_is_told_to_stop_gets_no_more_requests_and_lives() {
    with(
        context -> {
          AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
          assertEquals("OUT_OF_SERVICE", probe(context, "readiness"));
          assertEquals("UP", probe(context, "liveness"));
          assertEquals("graceful", context.getEnvironment().getProperty("server.shutdown"));
        });
  }
}
