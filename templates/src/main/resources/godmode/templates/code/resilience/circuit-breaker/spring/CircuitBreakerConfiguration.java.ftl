package ${it.packageName()};

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.HttpClientErrorException;

/**
 * A circuit breaker for each callee, by name; around a call of {@code RestClient}:
 *
 * <pre>{@code
 * breakers.circuitBreaker("payments").executeSupplier(() -> client.get().retrieve().body(…))
 * }</pre>
 *
 * <p>While it is open, {@code CallNotPermittedException} comes instead: answer from a cache,
 * degrade, or fail.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CircuitBreakerConfiguration.Settings.class)
public class CircuitBreakerConfiguration {
  /**
   * What is under {@code circuit-breaker} in application.properties.
   *
   * @param calls of which failures are counted; fewer say nothing
   * @param failuresPercent from which on it opens
   * @param slow how long a call may take; one that takes longer counts as failed
   * @param openFor how long it leaves the callee alone, before one call tries
   */
  @ConfigurationProperties("circuit-breaker")
  public record Settings(
      @DefaultValue("20") int calls,
      @DefaultValue("50") float failuresPercent,
      @DefaultValue("2s") Duration slow,
      @DefaultValue("10s") Duration openFor) {}

  @Bean
  CircuitBreakerRegistry circuitBreakers(Settings settings) {
    return CircuitBreakerRegistry.of(
        CircuitBreakerConfig.custom()
            .slidingWindowSize(settings.calls())
            .minimumNumberOfCalls(settings.calls())
            .failureRateThreshold(settings.failuresPercent())
<#if it.kept("count slow calls")>
            .slowCallDurationThreshold(settings.slow())
            .slowCallRateThreshold(settings.failuresPercent())
</#if>
            .waitDurationInOpenState(settings.openFor())
<#if it.kept("try with one call")>
            .permittedNumberOfCallsInHalfOpenState(1)
</#if>
            .recordException(CircuitBreakerConfiguration::isFailure)
            .build());
  }

  /** An answer of 4xx says that the request was bad, and that the callee is well. */
  private static boolean isFailure(Throwable failure) {
<#if it.kept("refuse while open")>
<#if it.kept("do not count bad requests")>
    return !(failure instanceof HttpClientErrorException);
<#else>
    return true;
</#if>
<#else>
    return failure instanceof Error;
</#if>
  }
}
