package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.read.build.ApplicationAnnotation;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says to which services a Zuul or Spring Cloud gateway forwards requests.
 *
 * <p>A gateway with a registry and no route of its own forwards to whatever is registered. That is
 * said only where all its settings are at hand, and of the only gateway of a system: a service that
 * merely has the annotation is none.
 */
@AutoService(Detector.class)
public final class RoutesDetector implements Detector {
  private static final Pattern ZUUL_DEPENDENCY = Pattern.compile(".*zuul.*");
  private static final Pattern GATEWAY_DEPENDENCY = Pattern.compile(".*gateway.*");
  private static final Pattern ZUUL_ROUTE =
      Pattern.compile("zuul\\.routes\\.(.+?)(?:\\.(path|url|service-?[iI]d|location))?");
  private static final Pattern ZUUL_OPTION =
      Pattern.compile(
          ".*\\.(strip-?[pP]refix|sensitive-?[hH]eaders(\\[\\d+])?|retryable|custom-?[sS]ensitive-?[hH]eaders|id)");
  private static final Pattern GATEWAY_URI =
      Pattern.compile(
          "spring\\.cloud\\.gateway\\.(?:server\\.(?:webflux|webmvc)\\.|mvc\\.)?routes\\[\\d+]\\.uri");

  private static final Pattern ZUUL = Pattern.compile("EnableZuul(Proxy|Server)");
  private static final Pattern GATEWAY_LIBRARY =
      Pattern.compile(".*:spring-cloud-(starter-)?gateway.*");
  private static final List<String> LOCATORS =
      List.of(
          "spring.cloud.gateway.discovery.locator.enabled",
          "spring.cloud.gateway.server.webflux.discovery.locator.enabled");
  private static final Pattern CONFIG_CLIENT =
      Pattern.compile(".*(spring-cloud-(starter-config|config-client)|-config)");
  private static final Pattern REGISTRY_CLIENT =
      Pattern.compile(
          ".*(eureka|eureka-client|consul-discovery|consul-all|zookeeper-discovery|nacos-discovery)");
  private static final Pattern INFRASTRUCTURE =
      Pattern.compile(
          "Enable(ConfigServer|EurekaServer|AdminServer|Turbine|TurbineStream|HystrixDashboard"
              + "|ZipkinServer|ZipkinStreamServer)");

  @Override
  public String id() {
    return "spring-routes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> perspectives = Perspectives.of(units);
    KnownHosts hosts = KnownHosts.of(units, perspectives);
    for (Perspective perspective : perspectives) {
      Gateway gateway = new Gateway(perspective, hosts, perspective.sink(id(), sink));
      gateway.zuul();
      for (Property setting : perspective.settings()) {
        if (GATEWAY_URI.matcher(setting.key()).matches()
            && perspective.uses(setting.value().place(), GATEWAY_DEPENDENCY)) {
          gateway.route(setting.value().written(), setting.value().place());
        }
      }
    }
    registered(perspectives, Sources.of(units), sink);
  }

  private void registered(List<Perspective> all, Sources sources, EvidenceSink sink) {
    List<Perspective> running = all.stream().filter(one -> one.base().isEmpty()).toList();
    List<Module> gateways =
        running.stream()
            .filter(one -> isGateway(one.module()))
            .map(Perspective::module)
            .distinct()
            .toList();
    if (gateways.size() != 1) {
      return;
    }
    for (Perspective gateway : running) {
      boolean counts = gateway.module().equals(gateways.get(0)) && isAllAtHand(gateway);
      if (!counts || hasRoutes(gateway, sources)) {
        continue;
      }
      opening(gateway)
          .ifPresent(
              at ->
                  running.stream()
                      .filter(one -> one.environment().equals(gateway.environment()))
                      .map(Perspective::module)
                      .distinct()
                      .filter(module -> !module.equals(gateway.module()))
                      .filter(RoutesDetector::isRegistered)
                      .forEach(
                          module ->
                              gateway
                                  .sink(id(), sink)
                                  .inferred(
                                      new ConnectionSeen(
                                          gateway.module().id(),
                                          module.id(),
                                          ConnectionKind.ROUTE,
                                          "http",
                                          List.of()),
                                      at)));
    }
  }

  private static boolean isGateway(Module module) {
    return annotation(module, ZUUL).isPresent() || module.dependsOn(GATEWAY_LIBRARY);
  }

  /** What says that a gateway forwards to everything in its registry. */
  private static Optional<Place> opening(Perspective gateway) {
    if (!isRegistered(gateway.module())) {
      return Optional.empty();
    }
    Optional<ApplicationAnnotation> zuul = annotation(gateway.module(), ZUUL);
    if (zuul.isPresent()) {
      boolean closed =
          gateway.configuration().list("zuul.ignored-services").stream()
              .anyMatch(pattern -> pattern.written().contains("*"));
      return closed ? Optional.empty() : zuul.map(ApplicationAnnotation::at);
    }
    return LOCATORS.stream()
        .flatMap(key -> gateway.configuration().property(key).stream())
        .filter(setting -> setting.value().written().strip().equals("true"))
        .map(setting -> setting.value().place())
        .findFirst();
  }

  /** Whether no settings come from where this repository does not reach. */
  private static boolean isAllAtHand(Perspective gateway) {
    return !gateway.module().dependsOn(CONFIG_CLIENT)
        || gateway.configuration().settings().stream()
            .anyMatch(setting -> !gateway.isOwnFile(setting.value().place()));
  }

  private static boolean hasRoutes(Perspective gateway, Sources sources) {
    return !gateway.configuration().below("zuul.routes.").isEmpty()
        || gateway.configuration().settings().stream()
            .anyMatch(setting -> GATEWAY_URI.matcher(setting.key()).matches())
        || sources.of(gateway.module()).stream()
            .anyMatch(source -> source.types().contains("RouteLocatorBuilder"));
  }

  /** An application that announces itself and is no part of the infrastructure. */
  private static boolean isRegistered(Module module) {
    return module.dependsOn(REGISTRY_CLIENT) && annotation(module, INFRASTRUCTURE).isEmpty();
  }

  private static Optional<ApplicationAnnotation> annotation(Module module, Pattern name) {
    return module.annotations().stream()
        .filter(annotation -> name.matcher(annotation.name()).matches())
        .findFirst();
  }

  /** One gateway in one environment. */
  private record Gateway(Perspective perspective, KnownHosts hosts, EvidenceSink.Of sink) {

    /**
     * A route of Zuul goes to its {@code url} or {@code serviceId}; without both, its id is the
     * name of the service.
     */
    private void zuul() {
      record Route(Optional<Located> path, Optional<Located> target) {}
      Map<String, Route> routes = new LinkedHashMap<>();
      for (Property setting : perspective.below("zuul.routes.")) {
        Matcher matcher = ZUUL_ROUTE.matcher(setting.key());
        if (!perspective.uses(setting.value().place(), ZUUL_DEPENDENCY)
            || !matcher.matches()
            || ZUUL_OPTION.matcher(setting.key()).matches()) {
          continue;
        }
        Route known =
            routes.getOrDefault(matcher.group(1), new Route(Optional.empty(), Optional.empty()));
        String part = Optional.ofNullable(matcher.group(2)).orElse("path");
        Optional<Located> value = Optional.of(setting.value());
        routes.put(
            matcher.group(1),
            part.equals("path")
                ? new Route(value, known.target())
                : new Route(known.path(), value));
      }
      routes.forEach(
          (id, route) ->
              route
                  .target()
                  .ifPresentOrElse(
                      target -> route(target.written(), target.place()),
                      () -> route.path().ifPresent(path -> route(id, path.place()))));
    }

    private void route(String target, Place at) {
      String text = target.strip();
      if (text.startsWith("forward:") || text.startsWith("no:")) {
        return;
      }
      Optional<String> besides = hosts.besides(text, perspective);
      if (besides.isPresent()) {
        sink.stated(
            new ConnectionSeen(
                perspective.module().id(), besides.get(), ConnectionKind.ROUTE, "http", List.of()),
            at);
        return;
      }
      String address = text.startsWith("lb:ws") ? text.substring("lb:".length()) : text;
      perspective.connect(
          sink,
          address.contains("//") ? Address.ofUrl(address) : Address.ofHosts(address),
          ConnectionKind.ROUTE,
          "http",
          at);
    }
  }
}
