package ${it.packageName()};

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Locks in the database of the application, with a lease of {@code lock.lease-seconds}. */
@Configuration(proxyBeanMethods = false)
public class LockConfiguration {
  @Bean
  PostgresLock postgresLock(
      JdbcClient database,
      PlatformTransactionManager transactions,
      @Value("${r"${lock.lease-seconds:30}"}") long leaseSeconds) {
    return new PostgresLock(
        database, transactions, Duration.ofSeconds(leaseSeconds), System::nanoTime);
  }
}
