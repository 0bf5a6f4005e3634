package ${it.packageName()};

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An outbox in the database of the application, and a relay that looks into it every {@code
 * outbox.pause}, a second where nothing is said. Needs a bean that sends: {@link
 * OutboxRelay.Sender}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class OutboxConfiguration {
  @Bean
  Outbox outbox(JdbcClient database) {
    return new Outbox(database);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcClient database, PlatformTransactionManager transactions, OutboxRelay.Sender sender) {
    return new OutboxRelay(database, transactions, sender);
  }
}
