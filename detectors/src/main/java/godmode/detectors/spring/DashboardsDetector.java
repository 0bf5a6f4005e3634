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
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Says whose circuit breakers are watched: Turbine collects the streams of the applications it is
 * given or, without a list, of all that have breakers; a dashboard shows what Turbine collects.
 *
 * <p>A dashboard without Turbine shows whatever stream a person types in, which is no connection.
 */
@AutoService(Detector.class)
public final class DashboardsDetector implements Detector {
  private static final Pattern TURBINE = Pattern.compile("EnableTurbine(Stream|Amqp)?");
  private static final Pattern DASHBOARD = Pattern.compile("EnableHystrixDashboard");
  private static final Pattern BREAKERS =
      Pattern.compile("EnableHystrix|EnableCircuitBreaker|SpringCloudApplication");

  /** What pushes its stream to a broker is not collected from. */
  private static final Pattern PUSHING = Pattern.compile(".*hystrix-(stream|amqp).*");

  @Override
  public String id() {
    return "spring-dashboards";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> running =
        Perspectives.of(units).stream().filter(p -> p.base().isEmpty()).toList();
    Map<String, Place> watched = watched(running, Sources.of(units));
    for (Perspective perspective : running) {
      annotation(perspective.module(), TURBINE)
          .ifPresent(
              turbine -> {
                EvidenceSink.Of of = perspective.sink(id(), sink);
                boolean collects = turbine.name().equals("EnableTurbine");
                if (collects) {
                  collect(perspective, watched, of);
                }
                shown(perspective, running, turbine, of);
              });
    }
  }

  /** The applications with circuit breakers, and where their code has one. */
  private static Map<String, Place> watched(List<Perspective> running, Sources sources) {
    TreeMap<String, Place> found = new TreeMap<>();
    for (Perspective perspective : running) {
      Module module = perspective.module();
      if (module.dependsOn(PUSHING)) {
        continue;
      }
      sources.of(module).stream()
          .flatMap((JavaSource source) -> source.annotated("HystrixCommand").stream())
          .map(AnnotationUse::at)
          .findFirst()
          .or(() -> annotation(module, BREAKERS).map(ApplicationAnnotation::at))
          .ifPresent(at -> found.putIfAbsent(module.id(), at));
    }
    return found;
  }

  private static void collect(
      Perspective turbine, Map<String, Place> watched, EvidenceSink.Of sink) {
    List<Located> listed = new ArrayList<>();
    for (String key : List.of("turbine.app-config", "turbine.aggregator.app-config")) {
      listed.addAll(turbine.list(key));
    }
    for (Located application : listed) {
      String name = application.written().strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.contains("$")) {
        sink.stated(connection(turbine.module(), name, "http"), application.place());
      }
    }
    if (listed.isEmpty()) {
      watched.forEach(
          (module, at) -> {
            if (!module.equals(turbine.module().id())) {
              sink.inferred(connection(turbine.module(), module, "http"), at);
            }
          });
    }
  }

  /** The one dashboard beside a Turbine that has none itself. */
  private static void shown(
      Perspective turbine,
      List<Perspective> running,
      ApplicationAnnotation collecting,
      EvidenceSink.Of sink) {
    if (annotation(turbine.module(), DASHBOARD).isPresent()) {
      return;
    }
    List<Module> dashboards =
        running.stream()
            .map(Perspective::module)
            .distinct()
            .filter(module -> annotation(module, DASHBOARD).isPresent())
            .filter(module -> annotation(module, TURBINE).isEmpty())
            .toList();
    if (dashboards.size() == 1) {
      sink.inferred(
          new ConnectionSeen(
              dashboards.get(0).id(),
              turbine.module().id(),
              ConnectionKind.METRICS,
              "http",
              List.of()),
          collecting.at());
    }
  }

  private static ConnectionSeen connection(Module from, String to, String protocol) {
    return new ConnectionSeen(from.id(), to, ConnectionKind.METRICS, protocol, List.of());
  }

  private static Optional<ApplicationAnnotation> annotation(Module module, Pattern name) {
    return module.annotations().stream()
        .filter(annotation -> name.matcher(annotation.name()).matches())
        .findFirst();
  }
}
