package ${it.packageName()};

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Drives sagas that are due every {@code saga.pause}, a second where nothing is said. Each bean of
 * type {@link SagaOrchestrator.Definition} is a kind of saga.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SagaConfiguration {
  @Bean
  SagaOrchestrator sagaOrchestrator(
      JdbcClient database,
      PlatformTransactionManager transactions,
      List<SagaOrchestrator.Definition> definitions) {
    return new SagaOrchestrator(database, transactions, definitions, InstantSource.system());
  }
}
