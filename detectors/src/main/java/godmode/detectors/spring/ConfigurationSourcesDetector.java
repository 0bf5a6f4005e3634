package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where an application gets its configuration from, and a config server its files. */
@AutoService(Detector.class)
public final class ConfigurationSourcesDetector implements Detector {
  private static final String CONFIG_SERVER = "spring-cloud-config";
  private static final Pattern CLIENT =
      Pattern.compile(".*spring-cloud-(starter-config|config-client)");
  private static final Pattern SERVER = Pattern.compile(".*spring-cloud-config-server");
  private static final Pattern IMPORT = Pattern.compile("(?:optional:)?configserver:(.*)");
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "(?:https?://|ssh://|git@)(?:[^@/]*@)?([^/:$]+)[:/](?:\\d+/)?([^$]+?)(?:\\.git)?/?");

  @Override
  public String id() {
    return "spring-config-sources";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Perspective perspective : Perspectives.of(units)) {
      EvidenceSink.Of of = perspective.sink(id(), sink);
      server(perspective, of);
      if (!isOff(perspective) && !perspective.module().dependsOn(SERVER)) {
        client(perspective, known, of);
      }
      other(perspective, known, of, "consul", ".*consul-config.*", "spring.cloud.consul.host");
      other(
          perspective,
          known,
          of,
          "nacos",
          ".*nacos-config.*",
          "spring.cloud.nacos.config.server-addr");
      other(perspective, known, of, "vault", ".*vault-config.*", "spring.cloud.vault.uri");
      other(perspective, known, of, "vault", ".*vault-config.*", "spring.cloud.vault.host");
    }
  }

  /** What the config server itself says comes too late for that. */
  private static boolean isOff(Perspective perspective) {
    return perspective
        .configuration()
        .get("spring.cloud.config.enabled")
        .filter(value -> value.written().strip().equals("false"))
        .filter(value -> perspective.isOwnFile(value.place()))
        .isPresent();
  }

  private static void client(Perspective perspective, Technologies known, EvidenceSink.Of sink) {
    boolean byName =
        perspective
            .configuration()
            .text("spring.cloud.config.discovery.enabled")
            .filter("true"::equals)
            .isPresent();
    if (byName) {
      perspective
          .setting("spring.cloud.config.discovery.service-id")
          .ifPresent(
              name ->
                  connect(perspective, known, sink, name.value().written(), name.value().place()));
      return;
    }
    boolean found = false;
    for (Located location : perspective.list("spring.config.import")) {
      Matcher matcher = IMPORT.matcher(location.written().strip());
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        connect(perspective, known, sink, matcher.group(1), location.place());
        found = true;
      }
    }
    for (Located uri : found ? List.<Located>of() : perspective.list("spring.cloud.config.uri")) {
      connect(perspective, known, sink, uri.written(), uri.place());
    }
    boolean addressed =
        found || !perspective.configuration().list("spring.cloud.config.uri").isEmpty();
    if (!addressed && perspective.base().isEmpty()) {
      perspective.module().dependencies().stream()
          .filter(dependency -> CLIENT.matcher(dependency.coordinate()).matches())
          .findFirst()
          .ifPresent(
              dependency ->
                  sink.inferred(
                      new ConnectionSeen(
                          perspective.module().id(),
                          "tech:" + CONFIG_SERVER,
                          ConnectionKind.CONFIG,
                          CONFIG_SERVER,
                          List.of()),
                      dependency.at()));
    }
  }

  private static void connect(
      Perspective perspective, Technologies known, EvidenceSink.Of sink, String address, Place at) {
    perspective.connectTo(
        sink, known, CONFIG_SERVER, Address.ofHosts(address), ConnectionKind.CONFIG, at);
  }

  private static void other(
      Perspective perspective,
      Technologies known,
      EvidenceSink.Of sink,
      String technology,
      String dependency,
      String key) {
    if (perspective.module().dependsOn(Pattern.compile(dependency))) {
      perspective
          .setting(key)
          .map(found -> found.value())
          .ifPresent(
              value ->
                  perspective.connectTo(
                      sink,
                      known,
                      technology,
                      Address.ofHosts(value.written()),
                      ConnectionKind.CONFIG,
                      value.place()));
    }
  }

  private static void server(Perspective perspective, EvidenceSink.Of sink) {
    List<String> profiles = perspective.configuration().profiles();
    if (profiles.contains("native") && !profiles.contains("git")) {
      return; // it serves files of its own, whatever else is configured
    }
    perspective
        .setting("spring.cloud.config.server.git.uri")
        .map(found -> found.value())
        .ifPresent(
            uri -> {
              Matcher matcher = REPOSITORY.matcher(uri.written().strip());
              if (matcher.matches()) {
                String name = matcher.group(1) + "/" + matcher.group(2);
                ExternalNames.configRepository(sink, name, matcher.group(1), uri.place());
                sink.stated(
                    new ConnectionSeen(
                        perspective.module().id(), name, ConnectionKind.CONFIG, "git", List.of()),
                    uri.place());
              }
            });
  }
}
