package godmode.detectors.read.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the Java sources of modules that speak of clients, listeners or addresses; a scan for
 * words decides which. What does not parse is reported and left out.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class JavaSourceReader implements UnitReader<JavaSource> {
  private static final Pattern SOURCE = Pattern.compile("(?:(.*)/)?src/main/java/.*\\.java");
  private static final Pattern NO_MODULE =
      Pattern.compile("(.*/)?(archetype-resources|src/(it|test|main/resources)|testdata)(/.*)?");

  /** Words of which a file that connects to something has at least one. */
  private static final Pattern WORTH_PARSING =
      Pattern.compile(
          "https?://|\\blb://|FeignClient|RestTemplate|RestOperations|WebClient|RestClient"
              + "|HttpClient|KafkaListener|KafkaTemplate|RabbitListener|RabbitTemplate|AmqpTemplate"
              + "|JmsListener|JmsTemplate|StreamListener|EnableBinding|StreamBridge|@(In|Out)put\\b|KafkaSender|Pulsar(Listener|Template)"
              + "|HystrixCommand|LoadBalanced|EnableOAuth2|EnableResourceServer|URI\\.create"
              + "|UriComponentsBuilder|HttpExchange|RegisterRestClient|(Discovery|LoadBalancer|Eureka)Client\\b"
              + "|RibbonClient|SpringClientFactory|RouteLocatorBuilder|LoadBalancerFilterFunctions");

  /** Words of which a file that takes part in a hazard has at least one. */
  private static final Pattern WORTH_TRACING =
      Pattern.compile(
          "@(Service|Component|Repository|Controller|RestController|Configuration|Bean|Mapper|Dao"
              + "|Transactional|Scheduled|Entity|MappedSuperclass|Document|Version|Retry|Retryable"
              + "|EventListener|TransactionalEventListener|Aspect|Path|Singleton|Stateless"
              + "|ApplicationScoped|Named|Insert|Update|Select|Delete|Query)\\b"
              + "|Repository|Mapper\\b|Dao\\b|EntityManager|JdbcTemplate|MongoTemplate|MongoOperations"
              + "|PreparedStatement|KafkaProducer|KafkaConsumer|ProducerRecord|basicPublish|basicAck"
              + "|MessageChannel|MessagingTemplate|ApplicationEventPublisher"
              + "|setIfAbsent|setnx|RLock|getLock|Redisson|InterProcess|LockRegistry|LeaderLatch"
              + "|LeaderSelector|LeaderElect|EndpointsLock|ConfigMapLock|SchedulerLock"
              + "|newCachedThreadPool|newFixedThreadPool|newSingleThreadExecutor|LinkedBlockingQueue"
              + "|RetryHandler|Retryer|RetryTemplate|InMemoryTokenStore|JavaMailSender"
              + "|HttpURLConnection|ClientBuilder|Invocation\\.Builder|WebTarget|BlockingStub"
              + "|lastModified|LastModified|ReadPreference|ConsistencyLevel"
              + "|[jJ]edis|RedisTemplate|RedisScript|RedisCommands|getRuntime|ProcessBuilder|TRANSACTIONAL_ID|transactional\\.id");

  /** Larger files are generated; parsing one would cost more than all others, in characters. */
  private static final int LENGTH_MAX = 400_000;

  @Override
  public Class<JavaSource> type() {
    return JavaSource.class;
  }

  @Override
  public List<JavaSource> read(RepositorySnapshot snapshot, ProblemSink problems) {
    Constants constants = new Constants();
    List<SourceFile> worth = new ArrayList<>();
    for (SourceFile file : snapshot.files()) {
      Matcher path = SOURCE.matcher(file.path());
      if (!path.matches()
          || NO_MODULE.matcher(Optional.ofNullable(path.group(1)).orElse("")).matches()) {
        continue;
      }
      String text = file.text().orElse("");
      constants.add(file.path(), text);
      if (text.length() <= LENGTH_MAX
          && (WORTH_PARSING.matcher(text).find() || WORTH_TRACING.matcher(text).find())) {
        worth.add(file);
      }
    }
    if (worth.isEmpty()) {
      return List.of();
    }
    List<JavaParser> parsers =
        List.of(
            parser(ParserConfiguration.LanguageLevel.RAW),
            parser(ParserConfiguration.LanguageLevel.BLEEDING_EDGE));
    Texts texts = new Texts(constants);
    List<JavaSource> found = new ArrayList<>();
    for (SourceFile file : worth) {
      Optional<JavaSource> source =
          parsers.stream().flatMap(parser -> read(parser, file, texts).stream()).findFirst();
      source.ifPresent(found::add);
      if (source.isEmpty()) {
        problems.accept(
            new ReadProblem(
                Place.startOf(file.path()),
                "this is no Java that can be parsed; what it connects to is not known"));
      }
    }
    return found;
  }

  /**
   * The raw grammar takes what any level has as a name, and is fastest; it knows no {@code yield},
   * for which the newest level is asked.
   */
  private static JavaParser parser(ParserConfiguration.LanguageLevel level) {
    return new JavaParser(
        new ParserConfiguration().setLanguageLevel(level).setAttributeComments(false));
  }

  private static Optional<JavaSource> read(JavaParser parser, SourceFile file, Texts texts) {
    try {
      ParseResult<CompilationUnit> result = parser.parse(file.text().orElse(""));
      return result
          .getResult()
          .filter(parsed -> result.isSuccessful())
          .map(parsed -> source(file.path(), file.text().orElse(""), parsed, texts));
    } catch (StackOverflowError e) {
      return Optional.empty(); // nested deeper than any hand writes; the parser is recursive
    }
  }

  private static JavaSource source(String path, String text, CompilationUnit unit, Texts texts) {
    Matcher matcher = SOURCE.matcher(path);
    String folder = matcher.matches() ? Optional.ofNullable(matcher.group(1)).orElse("") : "";
    return new SourceVisitor(path, texts).read(folder, unit, WORTH_PARSING.matcher(text).find());
  }
}
