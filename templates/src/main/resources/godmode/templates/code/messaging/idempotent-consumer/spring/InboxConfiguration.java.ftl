package ${it.packageName()};

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An inbox in the database of the application. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {
  @Bean
  Inbox inbox(JdbcClient database, PlatformTransactionManager transactions) {
    return new Inbox(database, transactions, InstantSource.system());
  }
}
