package ${it.packageName()};

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A deadline for each request, and what makes calls that end with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineFilter.Settings.class)
public class DeadlineConfiguration {
  @Bean
  DeadlineFilter deadlineFilter(DeadlineFilter.Settings settings) {
    return new DeadlineFilter(settings);
  }

  @Bean
  DeadlineRequestFactory deadlineRequests(DeadlineFilter.Settings settings) {
    Duration connect = settings.call().dividedBy(2);
    return new DeadlineRequestFactory(
        HttpClient.newBuilder().connectTimeout(connect).build(), settings.call());
  }
}
