package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says to which services a Zuul or Spring Cloud gateway forwards requests. */
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

  @Override
  public String id() {
    return "spring-routes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Perspective perspective : Perspectives.of(units)) {
      EvidenceSink.Of of = perspective.sink(id(), sink);
      zuul(perspective, of);
      for (Property setting : perspective.settings()) {
        if (GATEWAY_URI.matcher(setting.key()).matches()
            && perspective.uses(setting.value().place(), GATEWAY_DEPENDENCY)) {
          route(perspective, of, setting.value().written(), setting.value().place());
        }
      }
    }
  }

  /**
   * A route of Zuul goes to its {@code url} or {@code serviceId}; without both, its id is the name
   * of the service.
   */
  private static void zuul(Perspective perspective, EvidenceSink.Of sink) {
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
          part.equals("path") ? new Route(value, known.target()) : new Route(known.path(), value));
    }
    routes.forEach(
        (id, route) ->
            route
                .target()
                .ifPresentOrElse(
                    target -> route(perspective, sink, target.written(), target.place()),
                    () ->
                        route
                            .path()
                            .ifPresent(path -> route(perspective, sink, id, path.place()))));
  }

  private static void route(
      Perspective perspective, EvidenceSink.Of sink, String target, Place at) {
    String text = target.strip();
    if (text.startsWith("forward:") || text.startsWith("no:")) {
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
