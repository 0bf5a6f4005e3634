package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds hosts and ports of other processes that are written into the code that calls them. */
@AutoService(Detector.class)
public final class WrittenAddressDetector implements Detector {
  private static final Pattern CLIENT =
      Pattern.compile(
          "(Test)?RestTemplate|RestOperations|RestTemplateBuilder|WebClient|RestClient|HttpRequest"
              + "|Http(Get|Post|Put|Delete|Patch|Head)|Request|ClientBuilder|Client|WebTarget"
              + "|Retrofit|Unirest|Feign|URL|HttpHost|SingleServerConfig|ClusterServersConfig"
              + "|ManagedChannelBuilder|NettyChannelBuilder|Jedis|JedisPool|RedisURI|RedisClient"
              + "|MongoClients|MongoClient|CachingConnectionFactory|ConnectionFactory"
              + "|ActiveMQConnectionFactory|RedisStandaloneConfiguration");

  /** {@code http://stock:8080/items}, {@code redis://10.0.0.7:6379}: a host with its port. */
  private static final Pattern URL =
      Pattern.compile(
          "(?:https?|wss?|rediss?|amqps?|tcp|nats|mongodb)://(?:[^@/\\s]*@)?([\\w.-]+)(:\\d{2,5})?(?:[/?,].*)?");

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Set<String> CLIENT_ANNOTATIONS =
      Set.of("FeignClient", "HttpExchange", "RegisterRestClient");
  private static final Pattern NOT_RUN = Pattern.compile(".*(Test|Tests|Mock|Stub|IT)\\.java");

  /** Names that only one's own network knows. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)[\\w-]+|.*\\.(svc|local|internal|lan|intra|consul)");

  private static final int SHOWN_MAX = 3;

  @Override
  public String id() {
    return "java-addresses";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    FlowSink flows = FlowSink.of(units, sink, id());
    Program program = Program.of(units);
    for (JavaSource source : units.of(JavaSource.class)) {
      Optional<JavaType> runs =
          source.declared().stream()
              .filter(type -> Spring.isBean(program, type) || Acts.isClient(type))
              .reduce((inner, outer) -> outer);
      if (runs.isPresent() && !NOT_RUN.matcher(source.path()).matches()) {
        Map<String, Place> found = new LinkedHashMap<>();
        source.invocations().forEach(invocation -> read(invocation, found));
        for (AnnotationUse use : source.annotations()) {
          if (CLIENT_ANNOTATIONS.contains(use.name())) {
            use.first("url", "baseUri").forEach(text -> address(text, found));
          }
        }
        if (found.keySet().stream().anyMatch(address -> !isConfigured(address))) {
          found.keySet().removeIf(WrittenAddressDetector::isConfigured);
        }
        if (!found.isEmpty()) {
          say(runs.get(), found, flows);
        }
      }
    }
  }

  private static boolean isConfigured(String address) {
    return address.startsWith("${");
  }

  private static void read(Invocation invocation, Map<String, Place> found) {
    List<JavaText> given = invocation.arguments();
    if (!CLIENT.matcher(invocation.receiver()).matches()) {
      return;
    }
    given.forEach(text -> address(text, found));
    boolean pair =
        given.size() > 1
            && given.get(0).text().matches("[A-Za-z0-9][\\w.-]*")
            && given.get(1).text().matches("\\d{2,5}");
    if (pair) {
      keep(given.get(0).text(), ":" + given.get(1).text(), given.get(0).at(), found);
    }
  }

  private static void address(JavaText text, Map<String, Place> found) {
    Matcher url = URL.matcher(text.text());
    if (isConfigured(text.text())) {
      found.putIfAbsent(text.text(), text.at());
    } else if (url.matches()) {
      keep(url.group(1), Optional.ofNullable(url.group(2)).orElse(""), text.at(), found);
    }
  }

  /** A name without a port is looked up, and a public one is the same everywhere. */
  private static void keep(String host, String port, Place at, Map<String, Place> found) {
    boolean fixed =
        NUMBERS.matcher(host).matches() || (!port.isEmpty() && INSIDE.matcher(host).matches());
    if (fixed) {
      found.putIfAbsent(host + port, at);
    }
  }

  private static void say(JavaType type, Map<String, Place> found, FlowSink flows) {
    List<Step> steps = new ArrayList<>();
    found.forEach((address, at) -> steps.add(new Step(type.name() + " calls " + address, at)));
    String shown = found.keySet().stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
    int more = found.size() - SHOWN_MAX;
    flows.flow(
        type,
        type.name(),
        FlowKind.WRITTEN_ADDRESS,
        steps,
        List.of(
            Said.inferred(
                Attributes.ADDRESS,
                more > 0 ? shown + " and " + more + " more" : shown,
                steps.get(0).at())));
  }
}
