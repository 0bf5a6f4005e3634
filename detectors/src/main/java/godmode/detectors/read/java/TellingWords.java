package godmode.detectors.read.java;

import static godmode.detectors.read.java.Words.Where.ANNOTATION;
import static godmode.detectors.read.java.Words.Where.ANYWHERE;
import static godmode.detectors.read.java.Words.Where.AT_END;
import static godmode.detectors.read.java.Words.Where.QUOTED;

/** The words that decide which sources are parsed. */
final class TellingWords {
  /** Of these a file that connects to something has at least one. */
  static final Words CONNECTING =
      new Words()
          .with(QUOTED, "http://", "https://", "lb://")
          .with(
              ANYWHERE,
              "FeignClient",
              "RestTemplate",
              "RestOperations",
              "WebClient",
              "RestClient",
              "HttpClient",
              "KafkaListener",
              "KafkaTemplate",
              "RabbitListener",
              "RabbitTemplate",
              "AmqpTemplate",
              "JmsListener",
              "JmsTemplate",
              "StreamListener",
              "EnableBinding",
              "StreamBridge",
              "KafkaSender",
              "PulsarListener",
              "PulsarTemplate",
              "HystrixCommand",
              "LoadBalanced",
              "EnableOAuth2",
              "EnableResourceServer",
              "URI.create",
              "UriComponentsBuilder",
              "HttpExchange",
              "RegisterRestClient",
              "RibbonClient",
              "SpringClientFactory",
              "RouteLocatorBuilder",
              "LoadBalancerFilterFunctions")
          .with(AT_END, "DiscoveryClient", "LoadBalancerClient", "EurekaClient")
          .with(ANNOTATION, "Input", "Output")
          .done();

  /** Of these a file that takes part in a hazard has at least one. */
  static final Words TRACED =
      new Words()
          .with(
              ANNOTATION,
              "Service",
              "Component",
              "Repository",
              "Controller",
              "RestController",
              "Configuration",
              "Bean",
              "Mapper",
              "Dao",
              "Transactional",
              "Scheduled",
              "Entity",
              "MappedSuperclass",
              "Document",
              "Version",
              "Retry",
              "Retryable",
              "EventListener",
              "TransactionalEventListener",
              "Aspect",
              "Path",
              "Singleton",
              "Stateless",
              "ApplicationScoped",
              "Named",
              "Insert",
              "Update",
              "Select",
              "Delete",
              "Query")
          .with(AT_END, "Mapper", "Dao")
          .with(
              ANYWHERE,
              "Repository",
              "EntityManager",
              "JdbcTemplate",
              "MongoTemplate",
              "MongoOperations",
              "PreparedStatement",
              "KafkaProducer",
              "KafkaConsumer",
              "ProducerRecord",
              "basicPublish",
              "basicAck",
              "MessageChannel",
              "MessagingTemplate",
              "ApplicationEventPublisher",
              "setIfAbsent",
              "setnx",
              "RLock",
              "getLock",
              "Redisson",
              "InterProcess",
              "LockRegistry",
              "LeaderLatch",
              "LeaderSelector",
              "LeaderElect",
              "EndpointsLock",
              "ConfigMapLock",
              "SchedulerLock",
              "newCachedThreadPool",
              "newFixedThreadPool",
              "newSingleThreadExecutor",
              "LinkedBlockingQueue",
              "ConcurrentHashMap",
              "ConcurrentMap",
              "synchronizedMap",
              "RetryHandler",
              "Retryer",
              "RetryTemplate",
              "InMemoryTokenStore",
              "JavaMailSender",
              "HttpURLConnection",
              "ClientBuilder",
              "Invocation.Builder",
              "WebTarget",
              "BlockingStub",
              "lastModified",
              "LastModified",
              "ReadPreference",
              "ConsistencyLevel",
              "Jedis",
              "jedis",
              "RedisTemplate",
              "RedisScript",
              "RedisCommands",
              "getRuntime",
              "ProcessBuilder",
              "TRANSACTIONAL_ID",
              "transactional.id")
          .done();

  private TellingWords() {}
}
