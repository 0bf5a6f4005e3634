package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.address.ConnectionKinds;
import godmode.detectors.read.servers.Endpoint;
import godmode.detectors.read.servers.LineConfiguration;
import godmode.detectors.read.servers.LogstashPipeline;
import godmode.detectors.read.servers.NginxConfiguration;
import godmode.detectors.read.servers.YamlConfiguration;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the configuration that ready-made servers of a Compose project are given: whom proxies pass
 * requests on to, what Prometheus scrapes and Grafana shows, where logs are sent.
 */
@AutoService(Detector.class)
public final class ServerFilesDetector implements Detector {
  @Override
  public String id() {
    return "compose-server-files";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      ConfigurationFiles files = new ConfigurationFiles(project, units.snapshot());
      for (Container container : project.containers()) {
        if (project.identity(container).isJob()) {
          continue;
        }
        if (project.technology(container).filter(it -> it.id().equals("logstash")).isPresent()) {
          String command = container.commandText();
          Place at = container.service().command().map(Located::place).orElse(container.at());
          for (EvidenceSink.Of out : project.speakers(id(), sink, container)) {
            LogstashPipeline.inCommand(command, at)
                .forEach(endpoint -> connect(project, known, container, endpoint, out));
          }
        }
        for (SourceFile file : files.of(container)) {
          List<Endpoint> endpoints = endpoints(project.technology(container), file);
          List<Endpoint> logs = isBeat(file) ? YamlConfiguration.ofBeat(file) : List.of();
          for (EvidenceSink.Of out : project.speakers(id(), sink, container)) {
            endpoints.forEach(endpoint -> connect(project, known, container, endpoint, out));
            logs.forEach(endpoint -> log(project, container, endpoint, out));
          }
        }
      }
    }
  }

  private static List<Endpoint> endpoints(Optional<Technology> technology, SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean conf = name.matches(".*\\.(conf|cfg|template|tmpl|tpl)") || !name.contains(".");
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return switch (technology.map(Technology::id).orElse("")) {
      case "nginx" -> conf ? NginxConfiguration.read(file) : List.of();
      case "httpd" -> conf ? LineConfiguration.ofHttpd(file) : List.of();
      case "haproxy" -> conf ? LineConfiguration.ofHaproxy(file) : List.of();
      case "prometheus" -> yaml ? YamlConfiguration.ofPrometheus(file) : List.of();
      case "grafana" -> yaml ? YamlConfiguration.ofGrafana(file) : List.of();
      case "logstash", "elasticsearch" ->
          name.endsWith(".conf") ? LogstashPipeline.read(file) : List.of();
      default -> List.of();
    };
  }

  private static boolean isBeat(SourceFile file) {
    return file.name().matches("(file|metric|packet|heart)beat.*\\.ya?ml");
  }

  private static void connect(
      Project project, Technologies known, Container from, Endpoint endpoint, EvidenceSink.Of out) {
    for (Address address : Addresses.in(endpoint.address())) {
      Optional<Container> there = project.named(address.host());
      boolean counts = there.isPresent() || !address.isBare() || !endpoint.technology().isEmpty();
      if (address.isLocal() || !counts || there.filter(from::equals).isPresent()) {
        continue;
      }
      Optional<ComponentType> type =
          there
              .flatMap(container -> project.identity(container).type())
              .or(() -> known.byId(endpoint.technology()).map(Technology::type));
      ConnectionKind kind = ConnectionKinds.between(project.identity(from).type(), type);
      String protocol = endpoint.technology().isEmpty() ? "http" : endpoint.technology();
      String target = there.map(Container::name).orElse(address.host());
      out.stated(new ConnectionSeen(from.name(), target, kind, protocol, List.of()), endpoint.at());
    }
  }

  /** An agent in the container; what it sends to is what the agent takes it for, too. */
  private static void log(Project project, Container from, Endpoint endpoint, EvidenceSink.Of out) {
    for (Address address : Addresses.in(endpoint.address())) {
      if (address.isLocal()) {
        continue;
      }
      String target = project.named(address.host()).map(Container::name).orElse(address.host());
      out.stated(
          new ConnectionSeen(
              from.name(), target, ConnectionKind.LOG, endpoint.technology(), List.of()),
          endpoint.at());
      out.stated(new CalledAlso(target, endpoint.technology()), endpoint.at());
    }
  }
}
