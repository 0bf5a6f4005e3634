package ${it.packageName()};

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check of tokens in the database of the application. */
@Configuration(proxyBeanMethods = false)
public class FenceConfiguration {
  @Bean
  FencedWrites fencedWrites(JdbcClient database) {
    return new FencedWrites(database);
  }
}
