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
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where clients of other processes are made, and how long they wait for an answer. */
@AutoService(Detector.class)
public final class RemoteClientDetector implements Detector {
  private static final Pattern TIMEOUT =
      Pattern.compile("(?i).*timeout.*|requestConfig|RequestConfig");
  private static final List<String> FEIGN =
      List.of("spring.cloud.openfeign.client.config", "feign.client.config");
  private static final String NONE = "none";
  private static final Pattern BREAKERS =
      Pattern.compile("(Reactive)?(Resilience4J)?CircuitBreakerFactory(<.*)?");
  private static final Pattern RESILIENCE4J = Pattern.compile(".*circuitbreaker.*resilience4j.*");

  /** Clients that wait for ever unless they are told otherwise. */
  private static final Set<String> CLIENTS =
      Set.of(
          "org.springframework.web.client.RestTemplate",
          "org.springframework.web.client.RestClient",
          "org.springframework.web.reactive.function.client.WebClient",
          "javax.ws.rs.client.ClientBuilder",
          "jakarta.ws.rs.client.ClientBuilder",
          "org.apache.http.impl.client.HttpClients",
          "org.apache.hc.client5.http.impl.classic.HttpClients");

  @Override
  public String id() {
    return "java-clients";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Modules modules = Modules.of(units);
    Map<String, SpringConfiguration> settings = new HashMap<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
    for (JavaType type : tracer.program().types()) {
      if (type.isInterface() && type.annotation("FeignClient").isPresent()) {
        feign(tracer.program(), type, Optional.ofNullable(settings.get(type.folder())), flows);
      }
      for (Sites.Site site : Sites.in(type, code -> makes(tracer.program(), code, type))) {
        if (isBroken(type, modules)) {
          continue;
        }
        made(tracer.program(), site, flows);
      }
    }
  }

  /**
   * What runs in a circuit breaker of Resilience4j's factory is limited there, by default to 1 s.
   */
  private static boolean isBroken(JavaType type, Modules modules) {
    boolean breaks =
        Stream.concat(
                type.fields().stream(),
                type.methods().stream().flatMap(method -> method.parameters().stream()))
            .anyMatch(variable -> BREAKERS.matcher(variable.type()).matches());
    return breaks
        && modules.in(type.folder()).filter(module -> module.dependsOn(RESILIENCE4J)).isPresent();
  }

  private static boolean makes(Program program, Code code, JavaType type) {
    if (code.is(Code.Kind.NEW)) {
      return code.type().equals("RestTemplate")
          && code.parts().isEmpty()
          && isClient(program, code.type(), type);
    }
    if (!code.is(Code.Kind.CALL) || !code.receiver().is(Code.Kind.NAME)) {
      return false;
    }
    String on = code.receiver().text();
    return switch (code.text()) {
      case "create", "builder" ->
          (on.matches("RestClient|WebClient") && isClient(program, on, type)) || isNetty(on, type);
      case "newHttpClient", "newBuilder" ->
          on.equals("HttpClient") && isImported(type, "java.net.http");
      case "newClient" -> on.equals("ClientBuilder") && isClient(program, on, type);
      case "createDefault", "createSystem" ->
          on.equals("HttpClients") && isClient(program, on, type);
      default -> false;
    };
  }

  /** Elasticsearch, Vert.x and others have clients of these names, with limits of their own. */
  private static boolean isClient(Program program, String name, JavaType type) {
    return program.fullNames(new Ref(name, type)).stream().anyMatch(CLIENTS::contains);
  }

  private static boolean isNetty(String on, JavaType type) {
    return on.equals("HttpClient") && isImported(type, "reactor.netty");
  }

  private static boolean isImported(JavaType type, String prefix) {
    return Optional.ofNullable(type.imports().get("HttpClient"))
        .map(name -> name.startsWith(prefix))
        .orElse(type.wildcards().stream().anyMatch(name -> name.startsWith(prefix)));
  }

  private static void made(Program program, Sites.Site site, FlowSink flows) {
    String client =
        site.code().is(Code.Kind.NEW) ? site.code().type() : site.code().receiver().text();
    if (site.body().any(code -> code.text().equals("SseEventSource"))) {
      return; // a stream of events is meant to stay open
    }
    if (site.method().annotation("DubboTransported").isPresent()) {
      return; // Dubbo carries its requests, and limits them
    }
    boolean unused = site.method().annotation("Bean").isPresent() && !isUsed(program, site, client);
    if (unused || (client.equals("WebClient") && !isWaitedFor(program, site.type()))) {
      return;
    }
    boolean set = site.chain().any(RemoteClientDetector::limits) || isLimited(site, client);
    say(flows, site.type(), site.name(), client, set ? "set" : NONE, site.code().at());
  }

  private static boolean limits(Code code) {
    boolean named = code.is(Code.Kind.CALL) || code.is(Code.Kind.NAME) || code.is(Code.Kind.FIELD);
    boolean configured =
        code.is(Code.Kind.CALL)
            && Set.of(
                    "requestFactory",
                    "clientConnector",
                    "doOnConnected",
                    "apply",
                    "exchangeFunction")
                .contains(code.text());
    return configured || (named && TIMEOUT.matcher(code.text()).matches() && !isConnect(code));
  }

  private static boolean isConnect(Code code) {
    return code.text().toLowerCase(java.util.Locale.ROOT).contains("connect");
  }

  /** Whether a limit is set on the client after it was made, or on the requests it sends. */
  private static boolean isLimited(Sites.Site site, String client) {
    if (client.equals("RestTemplate")) {
      return site.body().any(code -> code.calls("setRequestFactory"))
          || site.type().methods().stream()
              .anyMatch(method -> method.body().any(code -> code.calls("setRequestFactory")));
    }
    boolean perRequest = !client.equals("RestClient") && !isNetty(client, site.type());
    boolean inType =
        perRequest
            && site.type().methods().stream()
                .anyMatch(m -> m.body().any(RemoteClientDetector::limits));
    return inType || site.body().any(code -> isOn(code, site) && limits(code));
  }

  /** Whether a call is made on the variable that holds the client. */
  private static boolean isOn(Code code, Sites.Site site) {
    return site.body()
        .any(
            local ->
                local.is(Code.Kind.LOCAL)
                    && local.parts().contains(site.chain())
                    && code.is(Code.Kind.CALL)
                    && code.receiver().mentions(local.text()));
  }

  /** Whether any class of the module asks for such a bean. */
  private static boolean isUsed(Program program, Sites.Site site, String client) {
    return program.inModule(site.type().folder()).stream()
        .anyMatch(
            type ->
                type.fields().stream().anyMatch(field -> isOf(field, client))
                    || type.methods().stream()
                        .filter(method -> !method.equals(site.method()))
                        .flatMap(method -> method.parameters().stream())
                        .anyMatch(parameter -> isOf(parameter, client)));
  }

  private static boolean isOf(JavaType.Variable variable, String client) {
    return variable.type().replaceAll("\\..*", "").equals(client)
        || (client.equals("RestTemplate") && variable.type().equals("RestOperations"));
  }

  /** Whether a thread of the module waits for what its web client answers. */
  private static boolean isWaitedFor(Program program, JavaType made) {
    return program.inModule(made.folder()).stream()
        .filter(
            type ->
                type.fields().stream().anyMatch(field -> isOf(field, "WebClient"))
                    || type.methods().stream()
                        .flatMap(method -> method.parameters().stream())
                        .anyMatch(parameter -> isOf(parameter, "WebClient")))
        .flatMap(type -> type.methods().stream())
        .anyMatch(
            method ->
                method.body().any(Library::waits)
                    && method
                        .body()
                        .any(code -> code.calls("retrieve") || code.calls("exchangeToMono"))
                    && !method.body().any(code -> code.calls("timeout")));
  }

  private static void feign(
      Program program, JavaType type, Optional<SpringConfiguration> settings, FlowSink flows) {
    AnnotationUse use = type.annotation("FeignClient").orElseThrow();
    String name =
        use.first("contextId", "value", "name").stream().map(JavaText::text).findFirst().orElse("");
    boolean set =
        settings.map(found -> isConfigured(found, found.replaced(name))).orElse(false)
            || hasOptions(program, type, use);
    boolean fallback = !use.first("fallback", "fallbackFactory").isEmpty();
    boolean broken =
        fallback
            && settings.flatMap(found -> found.text("feign.hystrix.enabled")).stream()
                .anyMatch("true"::equals);
    String limit =
        Waits.isSixtySeconds(program, type, use) ? "60 s" : "as long as its library lets it";
    say(flows, type, type.name(), "Feign", set || broken ? "set" : limit, use.at());
  }

  private static boolean isConfigured(SpringConfiguration settings, String name) {
    for (String prefix : FEIGN) {
      boolean own =
          settings.below(prefix).stream()
              .map(property -> property.key().toLowerCase(java.util.Locale.ROOT).replace("-", ""))
              .anyMatch(
                  key ->
                      key.endsWith("readtimeout")
                          && (key.contains(".default.")
                              || key.contains("[default]")
                              || key.contains(
                                  name.toLowerCase(java.util.Locale.ROOT).replace("-", ""))));
      if (own) {
        return true;
      }
    }
    return settings.get("ribbon.ReadTimeout").isPresent()
        || settings.get(name + ".ribbon.ReadTimeout").isPresent();
  }

  /** Whether a bean of the module, or the configuration that the client names, sets options. */
  private static boolean hasOptions(Program program, JavaType client, AnnotationUse use) {
    boolean beans =
        program.inModule(client.folder()).stream()
            .flatMap(type -> type.methods().stream())
            .anyMatch(
                method ->
                    method.annotation("Bean").isPresent()
                        && method.result().matches("(Request\\.)?Options"));
    return beans
        || use.first("configuration").stream()
            .flatMap(text -> program.resolve(new Ref(text.text(), client)).stream())
            .flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.result().matches("(Request\\.)?Options"));
  }

  private static void say(
      FlowSink flows, JavaType type, String name, String client, String timeout, Place at) {
    flows.flow(
        type,
        name,
        FlowKind.REMOTE_CLIENT,
        List.of(new Step(name + " makes a client with " + client, at)),
        List.of(
            Said.inferred(Attributes.CLIENT, client, at),
            Said.inferred(Attributes.ANSWER_TIMEOUT, timeout, at)));
  }
}
