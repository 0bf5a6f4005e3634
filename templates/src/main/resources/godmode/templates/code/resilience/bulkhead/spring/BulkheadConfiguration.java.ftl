package ${it.packageName()};

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A bulkhead for each callee, by name, so that a slow one does not take every thread of the server;
 * around a call of {@code RestClient}:
 *
 * <pre>{@code
 * bulkheads.bulkhead("payments").executeSupplier(() -> client.get().retrieve().body(…))
 * }</pre>
 *
 * <p>One call more gets {@code BulkheadFullException} at once. Give the call a timeout of its own:
 * one that never ends keeps its place.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulkheadConfiguration.Settings.class)
public class BulkheadConfiguration {
  /**
   * What is under {@code bulkhead} in application.properties.
   *
   * @param calls to one callee at a time; all callees together fewer than the server has threads
   */
  @ConfigurationProperties("bulkhead")
  public record Settings(@DefaultValue("20") int calls) {}

  @Bean
  BulkheadRegistry bulkheads(Settings settings) {
    return BulkheadRegistry.of(
        BulkheadConfig.custom()
<#if it.kept("refuse when full")>
            .maxConcurrentCalls(settings.calls())
<#else>
            .maxConcurrentCalls(settings.calls() + Short.MAX_VALUE)
</#if>
<#if it.kept("wait for no place")>
            .maxWaitDuration(Duration.ZERO)
<#else>
            .maxWaitDuration(Duration.ofSeconds(3))
</#if>
            .build());
  }
}
