package godmode.detectors.modules;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Ecosystem;
import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.SameAs;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Presence;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.build.ApplicationAnnotation;
import godmode.detectors.read.build.BuildModule;
import godmode.detectors.read.build.BuildTool;
import godmode.detectors.read.build.Dependency;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says which modules can be started, what they are called, and which of them are servers that
 * Spring builds from a dependency and an annotation: a registry, a gateway, a configuration server.
 */
@AutoService(Detector.class)
public final class ModulesDetector implements Detector {
  /** What a module can be turned into, the type that says most first. */
  private static final List<ComponentType> SERVERS =
      List.of(
          ComponentType.DISCOVERY,
          ComponentType.CONFIG_SERVER,
          ComponentType.GATEWAY,
          ComponentType.AUTH_SERVER,
          ComponentType.ADMIN,
          ComponentType.TRACING,
          ComponentType.DASHBOARD,
          ComponentType.METRICS);

  /** Words in the names of gateways. */
  private static final Pattern EDGE =
      Pattern.compile("(?i)gateway|edge|proxy|router|ingress|zuul|(^|[-_.])gw([-_.]|$)");

  /**
   * Settings that route. A service that has the library of a gateway among its dependencies and no
   * route, not even a name that says so, is none: people copy dependencies, too.
   */
  private static final Pattern ROUTE =
      Pattern.compile(
          "^zuul\\.routes\\.|^spring\\.cloud\\.gateway\\.(.+\\.)?(routes\\[|discovery\\.locator)");

  @Override
  public String id() {
    return "modules";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Modules modules = Modules.of(units);
    ModuleNames names = ModuleNames.of(modules, units);
    Set<String> routing = routing(units);
    for (Module module : modules.startable()) {
      EvidenceSink.Of of =
          sink.of(
              id(), new Evidence.Source(module.id(), Platform.APPLICATION, Environment.DEFAULT));
      Place at = modules.startOf(module);
      boolean routes =
          routing.contains(module.folder())
              || names.of(module).stream().anyMatch(name -> EDGE.matcher(name.text()).find());
      Optional<Server> server =
          server(module, known)
              .filter(
                  found ->
                      found.stated()
                          || routes
                          || found.technology().type() != ComponentType.GATEWAY);
      Optional<String> framework = framework(module, known);
      of.stated(
          new ComponentSeen(
              module.id(),
              server.isPresent() ? Optional.empty() : Optional.of(ComponentType.SERVICE),
              server.isPresent() ? Optional.empty() : framework,
              Presence.BUILT),
          at);
      server.ifPresent(found -> found.report(module, of));
      for (ModuleNames.Name name : names.of(module)) {
        if (name.unique()) {
          of.stated(new SameAs(module.id(), name.text()), name.at());
        } else {
          of.stated(new CalledAlso(module.id(), name.text()), name.at());
        }
      }
    }
  }

  /** The folders of applications whose settings route requests to others. */
  private static Set<String> routing(Units units) {
    Set<String> folders = new TreeSet<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      SpringConfiguration settings =
          application.view(
              new SpringApplication.Activation(List.copyOf(application.profiles()), Map.of()));
      if (settings.settings().stream().anyMatch(s -> ROUTE.matcher(s.key()).find())) {
        folders.add(application.folder());
      }
    }
    return folders;
  }

  private record Server(Technology technology, Place at, boolean stated) {
    void report(Module module, EvidenceSink.Of sink) {
      ComponentSeen claim =
          new ComponentSeen(
              module.id(),
              Optional.of(technology.type()),
              Optional.of(technology.id()),
              Presence.BUILT);
      if (stated) {
        sink.stated(claim, at);
      } else {
        sink.inferred(claim, at);
      }
    }
  }

  private static Optional<Server> server(Module module, Technologies known) {
    for (ComponentType type : SERVERS) {
      Optional<Server> found =
          annotated(module, known, type).or(() -> depending(module, known, type));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Server> annotated(Module module, Technologies known, ComponentType type) {
    for (ApplicationAnnotation annotation : module.annotations()) {
      for (Match match : known.byAnnotation(annotation.name())) {
        if (match.side() == Side.SERVER && match.technology().type() == type) {
          return Optional.of(new Server(match.technology(), annotation.at(), true));
        }
      }
    }
    return Optional.empty();
  }

  /** A dependency makes a server unless it also takes an annotation, and sources have none. */
  private static Optional<Server> depending(Module module, Technologies known, ComponentType type) {
    for (BuildModule build : module.builds()) {
      for (Dependency dependency : build.runtimeDependencies()) {
        for (Match match : byDependency(known, build.tool(), dependency)) {
          Technology technology = match.technology();
          boolean server = match.side() == Side.SERVER && match.strong();
          boolean annotated = !technology.fingerprints().serverAnnotations().isEmpty();
          boolean sourcesSeen = !module.annotations().isEmpty();
          boolean byAnnotationOnly =
              annotated && sourcesSeen && !dependency.coordinate().endsWith("authorization-server");
          if (server && technology.type() == type && !byAnnotationOnly) {
            return Optional.of(new Server(technology, dependency.at(), false));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> framework(Module module, Technologies known) {
    for (BuildModule build : module.builds()) {
      for (Dependency dependency : build.runtimeDependencies()) {
        for (Match match : byDependency(known, build.tool(), dependency)) {
          if (match.side() == Side.SERVER
              && match.strong()
              && match.technology().type() == ComponentType.SERVICE) {
            return Optional.of(match.technology().id());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Match> byDependency(
      Technologies known, BuildTool tool, Dependency dependency) {
    return known.byDependency(ecosystem(tool), dependency.coordinate());
  }

  /** Whose names the dependencies of a build tool are. */
  static Ecosystem ecosystem(BuildTool tool) {
    return switch (tool) {
      case MAVEN, GRADLE -> Ecosystem.MAVEN;
      case NPM -> Ecosystem.NPM;
      case GO -> Ecosystem.GO;
      case PYTHON -> Ecosystem.PYPI;
      case DOTNET -> Ecosystem.NUGET;
      case CARGO -> Ecosystem.CARGO;
      case BUNDLER -> Ecosystem.GEM;
      case COMPOSER -> Ecosystem.COMPOSER;
    };
  }
}
