package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.address.ConnectionKinds;
import godmode.detectors.compose.Targets.Target;
import godmode.detectors.read.compose.ComposeDependency;
import godmode.detectors.read.compose.ComposeLink;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.DatabaseNames;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Addresses in variables, options and mounted files of Compose services are connections; links and
 * start order are dependencies, of which nothing better may be known.
 */
@AutoService(Detector.class)
public final class ConnectionDetector implements Detector {
  @Override
  public String id() {
    return "compose-connections";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      Targets targets = new Targets(project, known);
      List<Membership> clusters =
          project.containers().stream()
              .flatMap(container -> Membership.shownBy(container, project).stream())
              .toList();
      for (Container container : project.containers()) {
        List<Target> addressed = targets.of(container);
        for (EvidenceSink.Of out : project.speakers(id(), sink, container)) {
          Set<String> once = new HashSet<>();
          for (Target target : addressed) {
            connection(container, target, project, told(target, addressed, clusters), once, out);
          }
          log(container, project, out);
          startOrder(container, project, out);
          user(container, project, out);
        }
      }
    }
  }

  /**
   * How many members a container is told of, of the cluster that a target is a member of; empty for
   * what runs alone. A name that stands for all of them is none of the members.
   */
  private static Optional<Integer> told(
      Target target, List<Target> addressed, List<Membership> clusters) {
    return clusters.stream()
        .filter(cluster -> target.container().filter(cluster.members()::contains).isPresent())
        .findFirst()
        .map(
            cluster ->
                (int)
                    addressed.stream()
                        .flatMap(other -> other.container().stream())
                        .filter(cluster.members()::contains)
                        .distinct()
                        .count());
  }

  private static void connection(
      Container from,
      Target target,
      Project project,
      Optional<Integer> told,
      Set<String> once,
      EvidenceSink.Of out) {
    Optional<Technology> own = project.technology(from);
    boolean peer = own.isPresent() && own.equals(target.technology()) && own.get().stateful();
    boolean toJob = target.container().map(project::identity).filter(Identity::isJob).isPresent();
    if (peer || toJob) {
      return; // members of one cluster name each other
    }
    Optional<ComponentType> type =
        target
            .container()
            .flatMap(container -> project.identity(container).type())
            .or(() -> target.technology().map(Technology::type));
    ConnectionKind kind = ConnectionKinds.between(project.identity(from).type(), type);
    String protocol =
        target
            .technology()
            .filter(technology -> kind != ConnectionKind.ROUTE)
            .map(Technology::id)
            .orElse(target.address().scheme().startsWith("http") ? "http" : "");
    if (!once.add(target.name() + " " + kind)) {
      return;
    }
    List<Said<?>> properties = new ArrayList<>();
    if (kind == ConnectionKind.DATA && type.filter(ComponentType.DATABASE::equals).isPresent()) {
      database(from, target).ifPresent(properties::add);
    }
    told.ifPresent(
        count ->
            properties.add(Said.stated(Attributes.KNOWN_MEMBERS, count, target.setting().at())));
    ConnectionSeen claim =
        new ConnectionSeen(from.name(), target.name(), kind, protocol, properties);
    if (target.isInferred() && target.technology().isPresent()) {
      out.inferred(claim, target.setting().at());
    } else {
      out.stated(claim, target.setting().at());
    }
  }

  /** The database of the address itself, else of the one variable beside it that names one. */
  private static Optional<Said<String>> database(Container from, Target target) {
    WrittenSetting setting = target.setting();
    if (!target.address().database().isEmpty()) {
      return Optional.of(
          Said.stated(Attributes.DATABASE, target.address().database(), setting.at()));
    }
    return DatabaseNames.beside(setting, from.settings())
        .map(named -> Said.stated(Attributes.DATABASE, named.value(), named.at()));
  }

  private static void startOrder(Container from, Project project, EvidenceSink.Of out) {
    Set<String> once = new HashSet<>();
    for (ComposeLink link : from.service().links()) {
      dependency(from, link.service(), link.place(), project, once, out);
    }
    for (ComposeDependency other : from.service().dependsOn()) {
      dependency(from, other.service(), other.place(), project, once, out);
    }
  }

  private static void dependency(
      Container from,
      String other,
      Place at,
      Project project,
      Set<String> once,
      EvidenceSink.Of out) {
    boolean counts =
        project
            .named(other)
            .filter(there -> !there.name().equals(from.name()))
            .filter(there -> !project.identity(there).isJob())
            .isPresent();
    if (counts && once.add(other)) {
      out.stated(
          new ConnectionSeen(from.name(), other, ConnectionKind.DEPENDENCY, "", List.of()), at);
    }
  }

  /**
   * A logging driver with an address. The Docker daemon opens the connection, so {@code localhost}
   * is a port that another container publishes; fluentd's is 24224 by default.
   */
  private static void log(Container from, Project project, EvidenceSink.Of out) {
    Optional<Located> driver = from.service().tree().get("logging.driver");
    Optional<Located> written =
        Stream.of("fluentd-address", "gelf-address", "syslog-address")
            .flatMap(
                key ->
                    from.service().tree().get("logging.options").flatMap(o -> o.at(key)).stream())
            .findFirst();
    String standard =
        driver.filter(name -> name.written().equals("fluentd")).isPresent()
            ? "localhost:24224"
            : "";
    String address = written.map(Located::written).orElse(standard);
    Place at = written.or(() -> driver).map(Located::place).orElse(from.at());
    project
        .listening(address)
        .filter(there -> !there.name().equals(from.name()))
        .ifPresent(
            there -> {
              String protocol = driver.map(Located::written).orElse("");
              out.stated(
                  new ConnectionSeen(
                      from.name(), there.name(), ConnectionKind.LOG, protocol, List.of()),
                  at);
              if (project.technology(there).isEmpty()) {
                out.inferred(
                    new ComponentSeen(
                        there.name(),
                        Optional.of(ComponentType.LOGGING),
                        Optional.of(protocol).filter("fluentd"::equals),
                        Presence.DEPLOYED),
                    at);
              }
            });
  }

  private static void user(Container container, Project project, EvidenceSink.Of out) {
    if (project.identity(container).isJob()) {
      return;
    }
    container.service().ports().stream()
        .filter(port -> port.protocol().equals("tcp"))
        .findFirst()
        .ifPresent(
            port ->
                out.stated(
                    new ConnectionSeen(
                        "actor:user", container.name(), ConnectionKind.USER, "", List.of()),
                    port.place()));
  }
}
