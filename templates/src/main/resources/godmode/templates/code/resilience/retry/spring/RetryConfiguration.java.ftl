package ${it.packageName()};

import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Tries again what failed for a moment, with pauses that double, each drawn from zero to its limit
 * ("full jitter", Brooker, AWS Architecture Blog, 2015); around a call of {@code RestClient}:
 *
 * <pre>{@code
 * retries.retry("payments").executeSupplier(() -> client.get().retrieve().body(…))
 * }</pre>
 *
 * <p>Only for calls that may run twice: a call whose reply was lost has run already. Retry at one
 * layer alone, because attempts of layers multiply, and outside of a circuit breaker.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetryConfiguration.Settings.class)
public class RetryConfiguration {
  /** Too many requests, bad gateway, unavailable, gateway timeout: another time it may work. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  /**
   * What is under {@code retry} in application.properties.
   *
   * @param attempts how often to call, the first time included
   * @param pause the limit of the first pause
   * @param pauseMax what the limit grows to; all pauses and calls have to fit into the time that
   *     the caller has
   */
  @ConfigurationProperties("retry")
  public record Settings(
      @DefaultValue("3") int attempts,
      @DefaultValue("100ms") Duration pause,
      @DefaultValue("1s") Duration pauseMax) {}

  @Bean
  RetryRegistry retries(Settings settings) {
    return RetryRegistry.of(
        RetryConfig.custom()
            .maxAttempts(settings.attempts())
            .intervalFunction(attempt -> pauseMillis(settings, attempt))
            .retryOnException(RetryConfiguration::mayPass)
            .build());
  }

  private static long pauseMillis(Settings settings, int attempt) {
<#if it.kept("double the pauses")>
    long limit = settings.pause().toMillis() << Math.min(attempt - 1, 20);
<#else>
    long limit = settings.pause().toMillis();
</#if>
<#if it.kept("cap the pauses")>
    limit = Math.min(limit, settings.pauseMax().toMillis());
</#if>
<#if it.kept("draw the pauses")>
    return ThreadLocalRandom.current().nextLong(limit + 1);
<#else>
    return limit;
</#if>
  }

  /** A connection that broke, or a status that says so; a bad request stays bad. */
  private static boolean mayPass(Throwable failure) {
<#if it.kept("try again only what may pass")>
    return failure instanceof ResourceAccessException
        || failure instanceof HttpStatusCodeException answer
            && PASSING.contains(answer.getStatusCode().value());
<#else>
    return failure instanceof ResourceAccessException
        || failure instanceof HttpStatusCodeException answer
            && (PASSING.contains(answer.getStatusCode().value())
                || answer.getStatusCode().isError());
</#if>
  }
}
