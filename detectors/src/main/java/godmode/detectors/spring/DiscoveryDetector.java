package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.build.Dependency;
import godmode.detectors.read.properties.Property;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says at which registry an application announces itself and looks others up. */
@AutoService(Detector.class)
public final class DiscoveryDetector implements Detector {
  private static final Pattern EUREKA = Pattern.compile(".*eureka.*");
  private static final Pattern EUREKA_CLIENT = Pattern.compile(".*:.*eureka(-client)?");
  private static final Pattern EUREKA_SERVER = Pattern.compile(".*eureka-server");

  private static final Set<String> CLIENT_ANNOTATIONS =
      Set.of("EnableEurekaClient", "EnableDiscoveryClient", "SpringCloudApplication");

  /** A registry whose address stands under one key. */
  private record Registry(String technology, Pattern dependency, List<String> keys) {}

  private static final List<Registry> OTHERS =
      List.of(
          new Registry(
              "consul",
              Pattern.compile(".*consul-(discovery|all).*"),
              List.of("spring.cloud.consul.host", "consul.host")),
          new Registry(
              "zookeeper",
              Pattern.compile(".*zookeeper-(discovery|all).*"),
              List.of("spring.cloud.zookeeper.connect-string")),
          new Registry(
              "nacos",
              Pattern.compile(".*nacos-discovery.*"),
              List.of(
                  "spring.cloud.nacos.discovery.server-addr", "spring.cloud.nacos.server-addr")));

  @Override
  public String id() {
    return "spring-discovery";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Perspective perspective : Perspectives.of(units)) {
      EvidenceSink.Of of = perspective.sink(id(), sink);
      eureka(perspective, known, of);
      for (Registry registry : OTHERS) {
        if (perspective.module().dependsOn(registry.dependency())) {
          perspective
              .setting(registry.keys())
              .ifPresent(
                  address ->
                      perspective.connectTo(
                          of,
                          known,
                          registry.technology(),
                          Address.ofHosts(address.value().written()),
                          ConnectionKind.DISCOVERY,
                          address.value().place()));
        }
      }
    }
  }

  private static void eureka(Perspective perspective, Technologies known, EvidenceSink.Of sink) {
    if (isOff(perspective, "eureka.client.enabled")
        || (isOff(perspective, "eureka.client.register-with-eureka")
            && isOff(perspective, "eureka.client.fetch-registry"))) {
      return;
    }
    List<Property> zones = perspective.below("eureka.client.service-url.");
    boolean isServer = perspective.module().dependsOn(EUREKA_SERVER);
    for (Property zone : zones) {
      if (perspective.module().dependsOn(EUREKA) || isAnnotated(perspective)) {
        perspective.connectTo(
            sink,
            known,
            "eureka",
            Address.ofHosts(zone.value().written()),
            // Registries that name each other copy what they know.
            isServer ? ConnectionKind.REPLICATION : ConnectionKind.DISCOVERY,
            zone.value().place());
      }
    }
    boolean addressed = !perspective.configuration().below("eureka.client.service-url.").isEmpty();
    if (!addressed && !isServer && perspective.base().isEmpty()) {
      client(perspective)
          .ifPresent(
              dependency ->
                  sink.inferred(
                      new ConnectionSeen(
                          perspective.module().id(),
                          "tech:eureka",
                          ConnectionKind.DISCOVERY,
                          "eureka",
                          List.of()),
                      dependency.at()));
    }
  }

  private static boolean isAnnotated(Perspective perspective) {
    return perspective.module().annotations().stream()
        .anyMatch(annotation -> CLIENT_ANNOTATIONS.contains(annotation.name()));
  }

  private static Optional<Dependency> client(Perspective perspective) {
    return perspective.module().dependencies().stream()
        .filter(dependency -> EUREKA_CLIENT.matcher(dependency.coordinate()).matches())
        .findFirst();
  }

  private static boolean isOff(Perspective perspective, String key) {
    return perspective.configuration().text(key).filter("false"::equals).isPresent();
  }
}
