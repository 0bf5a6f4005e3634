package ${it.packageName()};

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * {@code /actuator/health/liveness} says whether a restart would help, and asks nobody else. {@code
 * /actuator/health/readiness} says whether requests should come: it asks every bean of {@link
 * Needed}, and says no once the application is told to stop, while {@code server.shutdown=graceful}
 * lets requests end that have begun.
 *
 * <p>Ask only what every request needs: a database that all instances share takes all of them out
 * at once. What some requests can do without belongs behind a circuit breaker.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealthConfiguration.Settings.class)
@PropertySource("classpath:${it.packageName()?replace(".", "/")}/health.properties")
public class HealthConfiguration {
  /** What every request needs, by the name of its bean; it ends when it is interrupted. */
  @FunctionalInterface
  public interface Needed {
    boolean isThere() throws Exception;
  }

  /**
   * What is under {@code health} in application.properties.
   *
   * @param silenceMax how long the work may make no progress
   * @param checkMax how long all checks may take; shorter than the timeout of the probe
   */
  @ConfigurationProperties("health")
  public record Settings(
      @DefaultValue("60s") Duration silenceMax, @DefaultValue("500ms") Duration checkMax) {}

  /** Up unless the work stands still: call {@link Progress#made} from its loop. */
  @Bean
  Progress progress(Settings settings) {
    return new Progress(settings.silenceMax(), System::nanoTime);
  }

  /** Up when all that is needed says so in time. */
  @Bean
  HealthIndicator needed(Map<String, Needed> needed, Settings settings) {
    return () -> {
      ExecutorService threads = Executors.newCachedThreadPool();
      try {
        return asked(needed, settings.checkMax(), threads);
      } finally {
        threads.shutdownNow();
      }
    };
  }

  private static Health asked(
      Map<String, Needed> needed, Duration checkMax, ExecutorService threads) {
    Health.Builder health = Health.up();
    try {
      List<String> names = List.copyOf(needed.keySet());
      List<Callable<Boolean>> asked =
          names.stream().<Callable<Boolean>>map(name -> needed.get(name)::isThere).toList();
<#if it.kept("answer in time")>
      List<Future<Boolean>> answers =
          threads.invokeAll(asked, checkMax.toMillis(), TimeUnit.MILLISECONDS);
<#else>
      List<Future<Boolean>> answers = threads.invokeAll(asked);
</#if>
      for (int i = 0; i < names.size(); i++) {
        if (!isThere(answers.get(i))) {
          health.down().withDetail(names.get(i), "away");
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      health.down(stop);
    }
    return health.build();
  }

  private static boolean isThere(Future<Boolean> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException | CancellationException down) {
      return false;
    }
  }
}
