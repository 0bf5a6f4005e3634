package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says whom an application calls over HTTP: by its Feign clients and by the addresses in its code.
 *
 * <p>An address that names a part of this system counts wherever it stands. One of the outside
 * counts only where it is handed to a client, because sources name many addresses that nobody
 * calls.
 */
@AutoService(Detector.class)
public final class CallsInCodeDetector implements Detector {
  private static final Pattern CLIENT =
      Pattern.compile(
          ".*(RestTemplate|RestOperations|RestTemplateBuilder)|WebClient|RestClient|HttpClient"
              + "|HttpRequest|Http(Get|Post|Put|Delete|Patch|Head)|Request|ClientBuilder|Client"
              + "|WebTarget|Retrofit|Unirest|Feign|URL|HttpSyncGraphQlClient|WebServiceTemplate");

  /** Receivers and methods that are given addresses which are not called. */
  private static final Pattern NOT_CALLED =
      Pattern.compile(
          "(?i).*(origin|cors|redirect|license|contact|terms|issuer|swagger|openapi|logger|log|info"
              + "|println|namespace|servers?|forward|description|documentation|put|header).*");

  private static final Pattern TOKENS =
      Pattern.compile("(?i).*(token|userinfo|jwk|authorizationuri|introspect).*");

  /** Methods that make the target of a route, in the code of a gateway. */
  private static final Set<String> ROUTE_METHODS = Set.of("uri", "http", "https", "lb");

  private static final Pattern GATEWAY = Pattern.compile(".*:spring-cloud-(starter-)?gateway.*");

  /** Annotations of clients, with the attributes that hold the address. */
  private static final Set<String> CLIENT_ANNOTATIONS =
      Set.of("HttpExchange", "RegisterRestClient");

  @Override
  public String id() {
    return "spring-calls";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> perspectives = Perspectives.of(units);
    KnownHosts hosts = KnownHosts.of(units, perspectives);
    Sources sources = Sources.of(units);
    for (Perspective perspective : perspectives) {
      Caller caller = new Caller(perspective, hosts, perspective.sink(id(), sink));
      for (JavaSource source : sources.withLibraries(perspective.module())) {
        source.annotated("FeignClient").forEach(caller::feign);
      }
      for (JavaSource source : sources.of(perspective.module())) {
        source.annotations().stream()
            .filter(use -> CLIENT_ANNOTATIONS.contains(use.name()))
            .flatMap(use -> use.first("url", "baseUri", "value").stream())
            .forEach(text -> caller.address(text, true, ConnectionKind.CALL));
        source.invocations().forEach(caller::invocation);
        source.texts().forEach(text -> caller.address(text, false, ConnectionKind.CALL));
      }
    }
  }

  /** One application in one environment, as it calls others. */
  private record Caller(Perspective perspective, KnownHosts hosts, EvidenceSink.Of sink) {
    void invocation(Invocation call) {
      boolean isClient = CLIENT.matcher(call.receiver()).matches();
      boolean shown =
          NOT_CALLED.matcher(call.receiver()).matches()
              || (!isClient && NOT_CALLED.matcher(call.method()).matches());
      if (shown) {
        return;
      }
      if (ROUTE_METHODS.contains(call.method()) && perspective.module().dependsOn(GATEWAY)) {
        call.arguments().forEach(text -> route(text, call.method().equals("lb")));
        return;
      }
      ConnectionKind kind =
          TOKENS.matcher(call.method()).matches() ? ConnectionKind.AUTH : ConnectionKind.CALL;
      call.arguments().forEach(text -> address(text, isClient, kind));
    }

    /** Where a route that is made in code leads to. */
    private void route(JavaText target, boolean isName) {
      String text = resolved(target);
      if (isName && isUsable(text) && differs(target)) {
        call("lb://" + text, true, ConnectionKind.ROUTE, target);
      } else {
        address(target, true, ConnectionKind.ROUTE);
      }
    }

    /** The address of a client wins over the name of the service it is looked up by. */
    void feign(AnnotationUse client) {
      List<JavaText> urls = client.first("url");
      for (JavaText url : urls) {
        String text = resolved(url);
        String address = text.contains("://") || text.isBlank() ? text : "http://" + text;
        if (isUsable(address) && differs(url)) {
          call(address, true, ConnectionKind.CALL, url);
          return;
        }
      }
      for (JavaText name : client.first("name", "value", "serviceId")) {
        String text = resolved(name).replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        if (!text.isBlank() && isUsable(text) && differs(name) && mayBeLookedUp(urls, text)) {
          call("http://" + text, true, ConnectionKind.CALL, name);
        }
      }
    }

    private boolean mayBeLookedUp(List<JavaText> urls, String name) {
      return urls.stream().allMatch(url -> resolved(url).isBlank()) || hosts.isKnown(name);
    }

    void address(JavaText text, boolean isClient, ConnectionKind kind) {
      String url = resolved(text);
      boolean isAddress = url.matches("(?s)(https?|lb|wss?)://.+");
      if (isAddress && differs(text)) {
        call(url, isClient, kind, text);
      }
    }

    private void call(String url, boolean isClient, ConnectionKind kind, JavaText from) {
      Place at = from.at();
      Optional<String> besides = hosts.besides(url, perspective);
      besides.ifPresent(module -> connect(module, kind, from));
      for (String host : Address.ofUrl(url).hosts()) {
        if (besides.isPresent() || Address.isLoopback(host) || hosts.isSelf(host, perspective)) {
          continue;
        }
        if (hosts.isKnown(host)) {
          connect(host, kind, from);
        } else if (isClient && !isExample(host)) {
          connect(host, kind, from);
          if (host.contains(".") && !host.matches("[\\d.]+")) {
            ExternalNames.website(sink, host, at);
          }
        }
      }
    }

    /** Said by the code, and by the settings that it takes the address from. */
    private void connect(String target, ConnectionKind kind, JavaText from) {
      ConnectionSeen seen =
          new ConnectionSeen(perspective.module().id(), target, kind, "http", List.of());
      sink.stated(seen, from.at());
      perspective
          .configuration()
          .namedIn(from.text())
          .forEach(setting -> sink.stated(seen, setting.keyPlace()));
    }

    private String resolved(JavaText text) {
      return perspective.configuration().replaced(text.text()).strip();
    }

    /** Whether this environment says something that the default does not say already. */
    private boolean differs(JavaText text) {
      return perspective
          .base()
          .map(base -> !base.replaced(text.text()).strip().equals(resolved(text)))
          .orElse(true);
    }

    private static boolean isUsable(String text) {
      return !text.isBlank() && !text.contains("${") && !text.startsWith(JavaText.UNKNOWN);
    }

    private static boolean isExample(String host) {
      return host.matches("(.*\\.)?example\\.(com|org|net)|(.*\\.)?w3\\.org|schemas\\..*");
    }
  }
}
