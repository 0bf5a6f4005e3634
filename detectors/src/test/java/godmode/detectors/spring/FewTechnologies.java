package godmode.detectors.spring;

import godmode.core.catalog.Ecosystem;
import godmode.core.catalog.Fingerprints;
import godmode.core.catalog.Role;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** As much of a catalog as tests of application detectors need. */
public final class FewTechnologies {
  private FewTechnologies() {}

  /** A handful of stores, brokers and servers. */
  public static Technologies get() {
    return Technologies.of(
        List.of(
            store("postgresql", ComponentType.DATABASE, "jdbc:postgresql://"),
            store("mysql", ComponentType.DATABASE, "jdbc:mysql://"),
            store("h2", ComponentType.DATABASE, "jdbc:h2:"),
            store("mongodb", ComponentType.DATABASE, "mongodb://"),
            store("redis", ComponentType.CACHE, "redis://"),
            store("kafka", ComponentType.BROKER, "kafka://"),
            store("rabbitmq", ComponentType.BROKER, "amqp://"),
            server("eureka", ComponentType.DISCOVERY, "*:*eureka-server", "EnableEurekaServer"),
            server(
                "spring-cloud-config",
                ComponentType.CONFIG_SERVER,
                "*:spring-cloud-config-server",
                "EnableConfigServer"),
            server("spring-cloud-gateway", ComponentType.GATEWAY, "*:*-starter-gateway"),
            server("zipkin", ComponentType.TRACING, "*:zipkin-server", "EnableZipkinServer"),
            server(
                "spring-boot",
                ComponentType.SERVICE,
                "org.springframework.boot:spring-boot-starter*",
                "SpringBootApplication")));
  }

  private static Technology store(String id, ComponentType type, String urlScheme) {
    return technology(id, type, List.of(urlScheme), new TreeMap<>(), List.of());
  }

  private static Technology server(
      String id, ComponentType type, String dependency, String... annotations) {
    TreeMap<Ecosystem, List<String>> dependencies = new TreeMap<>();
    dependencies.put(Ecosystem.MAVEN, List.of(dependency));
    return technology(id, type, List.of(), dependencies, List.of(annotations));
  }

  private static Technology technology(
      String id,
      ComponentType type,
      List<String> urlSchemes,
      SortedMap<Ecosystem, List<String>> serverDependencies,
      List<String> serverAnnotations) {
    List<String> none = List.of();
    Fingerprints prints =
        new Fingerprints(
            none,
            none,
            none,
            List.of(),
            new TreeMap<>(),
            serverDependencies,
            none,
            none,
            none,
            none,
            none,
            none,
            urlSchemes,
            none,
            none,
            List.of(),
            none,
            serverAnnotations,
            none);
    return new Technology(
        id,
        id,
        type,
        List.of(Role.TOOL),
        false,
        Optional.empty(),
        prints,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }
}
