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
  private static final Pattern EUREKA = Pattern.compile(".*(eureka|netflix-sidecar).*");
  private static final Pattern EUREKA_CLIENT = Pattern.compile(".*:.*eureka(-client)?");
  private static final Pattern EUREKA_SERVER = Pattern.compile(".*eureka-server");

  private static final Set<String> CLIENT_ANNOTATIONS =
      Set.of(
          "EnableEurekaClient", "EnableDiscoveryClient", "EnableSidecar", "SpringCloudApplication");

  /**
   * A registry whose address stands under one key.
   *
   * @param off the key that turns it off
   */
  private record Registry(String technology, Pattern dependency, List<String> keys, String off) {}

  private static final List<Registry> OTHERS =
      List.of(
          new Registry(
              "consul",
              Pattern.compile(".*consul-(discovery|all).*"),
              List.of("spring.cloud.consul.host", "consul.host"),
              "spring.cloud.consul.discovery.enabled"),
          new Registry(
              "zookeeper",
              Pattern.compile(".*zookeeper-(discovery|all).*"),
              List.of("spring.cloud.zookeeper.connect-string"),
              "spring.cloud.zookeeper.discovery.enabled"),
          new Registry(
              "nacos",
              Pattern.compile(".*nacos-discovery.*"),
              List.of("spring.cloud.nacos.discovery.server-addr", "spring.cloud.nacos.server-addr"),
              "spring.cloud.nacos.discovery.enabled"));

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
        other(perspective, registry, known, of);
      }
    }
  }

  private static void other(
      Perspective perspective, Registry registry, Technologies known, EvidenceSink.Of sink) {
    Optional<Dependency> client = dependency(perspective, registry.dependency());
    if (client.isEmpty() || isOff(perspective, registry.off())) {
      return;
    }
    Optional<Property> address = perspective.setting(registry.keys());
    address.ifPresent(
        setting ->
            perspective.connectTo(
                sink,
                known,
                registry.technology(),
                Address.ofHosts(setting.value().written()),
                ConnectionKind.DISCOVERY,
                setting.value().place()));
    boolean addressed =
        registry.keys().stream().anyMatch(key -> perspective.configuration().get(key).isPresent());
    if (!addressed && perspective.base().isEmpty()) {
      // Its standard address, or one that only the deployment knows.
      sink.inferred(
          new ConnectionSeen(
              perspective.module().id(),
              "tech:" + registry.technology(),
              ConnectionKind.DISCOVERY,
              registry.technology(),
              List.of()),
          client.get().at());
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
      dependency(perspective, EUREKA_CLIENT)
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

  private static Optional<Dependency> dependency(Perspective perspective, Pattern wanted) {
    return perspective.module().dependencies().stream()
        .filter(dependency -> wanted.matcher(dependency.coordinate()).matches())
        .findFirst();
  }

  private static boolean isOff(Perspective perspective, String key) {
    return perspective.configuration().text(key).filter("false"::equals).isPresent();
  }
}
