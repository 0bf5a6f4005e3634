package ${it.packageName()};

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A filter for every request with a key; it comes after those of Spring Security. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {
  @Bean
  IdempotencyKeys idempotencyKeys(JdbcClient database, PlatformTransactionManager transactions) {
    return new IdempotencyKeys(database, transactions, InstantSource.system());
  }

  @Bean
  IdempotencyFilter idempotencyFilter(
      IdempotencyKeys keys, PlatformTransactionManager transactions) {
    return new IdempotencyFilter(keys, transactions);
  }
}
