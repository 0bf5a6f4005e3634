package ${it.packageName()};

import java.net.http.HttpClient;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * One answer from several services, whose clients are made with the requests from here:
 *
 * <pre>{@code
 * RestClient carts = RestClient.builder().requestFactory(requests).baseUrl(…).build();
 * RestClient prices = …
 * gateway.answer(
 *     Map.of(
 *         "cart", () -> carts.get().uri("/{user}", user).retrieve().body(JsonNode.class),
 *         "prices", () -> prices.get().retrieve().body(JsonNode.class)))
 * }</pre>
 *
 * <p>The threads are no bean: Spring Boot would take them for those of {@code @Async}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayAggregation.Settings.class)
public class GatewayConfiguration {
  /** No queue: a call that waits for a thread is late already, and who waits behind it, too. */
  @Bean
  GatewayAggregation gatewayAggregation(GatewayAggregation.Settings settings) {
    return new GatewayAggregation(
        new ThreadPoolExecutor(
            0,
<#if it.kept("hold calls to so many")>
            settings.threads(),
<#else>
            Integer.MAX_VALUE,
</#if>
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new CustomizableThreadFactory("gateway-"),
<#if it.kept("never call in the caller")>
            new ThreadPoolExecutor.AbortPolicy()),
<#else>
            new ThreadPoolExecutor.CallerRunsPolicy()),
</#if>
        settings.within());
  }

  /** Requests that end when their thread is interrupted; not every factory makes such. */
  @Bean
  JdkClientHttpRequestFactory gatewayRequests(GatewayAggregation.Settings settings) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(settings.within()).build());
    requests.setReadTimeout(settings.within().multipliedBy(2)); // the gateway ends them before
    return requests;
  }
}
