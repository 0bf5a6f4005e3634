package godmode.detectors.compose;

import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Place;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.Programs;
import godmode.detectors.settings.WrittenSetting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what containers run. An image of the catalog states it, and so does a Dockerfile on top of
 * one. Of other images it is inferred: from variables that only a server is given, from the program
 * that is started, or from two weak signs that agree. One weak sign tells nothing.
 */
final class Identification {
  private static final Set<String> STORE_WORDS =
      Set.of("db", "database", "cache", "store", "storage", "mq", "broker", "bus", "sql");

  /** Names that nothing else has; a {@code payment-gateway} is a service. */
  private static final Set<String> GATEWAYS =
      Set.of(
          "gateway",
          "api-gateway",
          "apigateway",
          "gateway-service",
          "gateway-server",
          "edge",
          "edge-router",
          "edge-server",
          "edge-service",
          "reverse-proxy",
          "ingress");

  /** Words in names of what uses a technology and is not it. */
  private static final Set<String> CLIENT_WORDS =
      Set.of(
          "admin",
          "api",
          "app",
          "backup",
          "client",
          "commander",
          "connect",
          "console",
          "consumer",
          "dashboard",
          "explorer",
          "express",
          "exporter",
          "insight",
          "manager",
          "monitor",
          "producer",
          "proxy",
          "service",
          "sink",
          "source",
          "ui",
          "viewer",
          "web",
          "worker");

  /** Programs of servers, with the catalog ids of what they are. */
  private static final Map<String, String> PROGRAMS =
      Map.ofEntries(
          Map.entry("apache2ctl", "httpd"),
          Map.entry("apache2", "httpd"),
          Map.entry("apachectl", "httpd"),
          Map.entry("httpd", "httpd"),
          Map.entry("httpd-foreground", "httpd"),
          Map.entry("nginx", "nginx"),
          Map.entry("haproxy", "haproxy"),
          Map.entry("envoy", "envoy"),
          Map.entry("caddy", "caddy"),
          Map.entry("redis-server", "redis"),
          Map.entry("mongod", "mongodb"),
          Map.entry("mysqld", "mysql"),
          Map.entry("mysqld_safe", "mysql"),
          Map.entry("postgres", "postgresql"),
          Map.entry("rabbitmq-server", "rabbitmq"),
          Map.entry("etcd", "etcd"),
          Map.entry("consul", "consul"),
          Map.entry("kafka-server-start.sh", "kafka"),
          Map.entry("zkServer.sh", "zookeeper"));

  /** Ports that anything may listen on lie between these. */
  private static final int COMMON_PORT_MIN = 7000;

  private static final int COMMON_PORT_MAX = 9091;

  private final Technologies known;

  Identification(Technologies known) {
    this.known = known;
  }

  /** What the image or what it is built on is known to be. */
  Optional<Technology> image(Container container) {
    return base(container)
        .map(Base::technology)
        .or(() -> container.isPulled() ? known.byImage(container.image()) : Optional.empty())
        .flatMap(it -> known.byId(Programs.started(it.id(), container.commandText())));
  }

  Identity of(Container container, boolean isWaitedFor) {
    Optional<Technology> image = image(container);
    if (Jobs.isJob(container, image, isWaitedFor)) {
      return Identity.job(container.at());
    }
    Place at = container.imageAt();
    boolean redis = image.filter(known -> known.id().matches("redis|valkey")).isPresent();
    if (redis && Sentinels.isSentinel(container)) {
      return Identity.inferred(ComponentType.COORDINATION, Optional.empty(), at);
    }
    Optional<Base> base = base(container);
    if (base.isPresent()) {
      return Identity.stated(base.get().technology, at, base.get().at);
    }
    if (image.isPresent()) {
      return Identity.stated(image.get(), at);
    }
    return byProgram(container)
        .or(() -> byVariable(container))
        .or(() -> byImageName(container))
        .or(() -> byPortAndName(container))
        .or(() -> byGatewayName(container))
        .orElseGet(() -> Identity.unknown(container.at()));
  }

  /** The technology that an image is built on, and where that is written. */
  private record Base(Technology technology, Place at) {}

  private Optional<Base> base(Container container) {
    Optional<Located> from = container.dockerfile().flatMap(file -> file.base());
    return from.flatMap(
        image ->
            known
                .byImage(image.written())
                .filter(technology -> !isRuntime(technology))
                .map(technology -> new Base(technology, image.place())));
  }

  /** What own code is put into: its presence says nothing about what the container is for. */
  private static boolean isRuntime(Technology technology) {
    return technology.type() == ComponentType.SERVICE
        || technology.type() == ComponentType.JOB
        || technology.id().equals("tomcat");
  }

  private Optional<Identity> byProgram(Container container) {
    for (String word : container.words()) {
      String program = word.substring(word.lastIndexOf('/') + 1);
      Optional<Technology> technology =
          Optional.ofNullable(PROGRAMS.get(program)).flatMap(known::byId);
      if (technology.isPresent()) {
        Place at =
            container
                .service()
                .command()
                .or(() -> container.service().entrypoint())
                .map(Located::place)
                .orElse(container.imageAt());
        return Optional.of(Identity.inferred(technology.get(), at));
      }
      if (!program.matches("(ba)?sh|-c|exec|tini|--|dumb-init|sudo")) {
        return Optional.empty(); // only what is started counts, not its arguments
      }
    }
    return Optional.empty();
  }

  private Optional<Identity> byVariable(Container container) {
    if (!isMaybeServer(container)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Located> variable : container.service().environment().entrySet()) {
      for (Match match : known.byEnvironmentVariable(variable.getKey())) {
        Technology technology = match.technology();
        boolean sign =
            match.side() == Side.SERVER
                && technology.type().keepsState()
                && (match.strong() || isNamedLikeStore(container, technology));
        if (sign && !isClient(container, technology, variable.getKey())) {
          return Optional.of(Identity.inferred(technology, variable.getValue().place()));
        }
      }
    }
    return Optional.empty();
  }

  /** Own code is built here on a known base, or listens on the ports of web applications. */
  private static boolean isMaybeServer(Container container) {
    return container.isPulled() || container.dockerfile().flatMap(file -> file.base()).isEmpty();
  }

  private static boolean isNamedLikeStore(Container container, Technology technology) {
    List<String> words = Images.words(container.name());
    return words.stream().anyMatch(STORE_WORDS::contains)
        || words.stream().anyMatch(word -> isNameOf(word, technology));
  }

  /** Whether it addresses a server of the technology, and so is given the variable to log in. */
  private boolean isClient(Container container, Technology technology, String variable) {
    String prefix = variable.replaceFirst("_.*$", "_");
    for (WrittenSetting setting : container.settings()) {
      boolean sibling =
          setting.key().startsWith(prefix)
              && setting.key().matches(".*_(HOST|URL|URI|ADDR|ADDRESS|SERVER|ENDPOINT)S?");
      boolean scheme =
          known.byUrlScheme(setting.value()).filter(technology::equals).isPresent()
              && !Addresses.in(setting.value()).stream().allMatch(Address::isLocal);
      if ((sibling || scheme) && technology.type() != ComponentType.BROKER) {
        return true;
      }
    }
    return false;
  }

  private Optional<Identity> byImageName(Container container) {
    String image = Images.repository(container.image());
    if (image.isEmpty() || hasClientWord(Images.baseName(image))) {
      return Optional.empty();
    }
    for (Match match : known.byImageName(container.image())) {
      if (agrees(container, match.technology())) {
        return Optional.of(Identity.inferred(match.technology(), container.imageAt()));
      }
    }
    List<String> imageWords = Images.words(Images.baseName(image));
    return known.all().stream()
        .filter(technology -> technology.type().keepsState())
        .filter(technology -> imageWords.stream().anyMatch(word -> isNameOf(word, technology)))
        .filter(technology -> agrees(container, technology))
        .findFirst()
        .map(technology -> Identity.inferred(technology, container.imageAt()));
  }

  private static boolean hasClientWord(String name) {
    return Images.words(name).stream().anyMatch(CLIENT_WORDS::contains);
  }

  /** Whether the name of the service or a port says the same. */
  private static boolean agrees(Container container, Technology technology) {
    boolean named =
        Images.words(container.name()).stream().anyMatch(word -> isNameOf(word, technology));
    boolean port =
        technology.fingerprints().ports().stream()
            .anyMatch(number -> isTelling(number) && container.ports().contains(number));
    return !hasClientWord(container.name()) && (named || port);
  }

  private static boolean isNameOf(String word, Technology technology) {
    String bare = word.replaceFirst("\\d+$", "");
    return bare.equals(technology.id())
        || (bare.equals("mongo") && technology.id().equals("mongodb"))
        || (bare.equals("postgres") && technology.id().equals("postgresql"))
        || (bare.equals("rabbit") && technology.id().equals("rabbitmq"))
        || (bare.equals("elastic") && technology.id().equals("elasticsearch"));
  }

  private Optional<Identity> byPortAndName(Container container) {
    if (!isMaybeServer(container) || hasClientWord(container.name())) {
      return Optional.empty();
    }
    boolean store = Images.words(container.name()).stream().anyMatch(STORE_WORDS::contains);
    for (int port : container.ports()) {
      List<Technology> candidates =
          known.all().stream()
              .filter(technology -> technology.type().keepsState())
              .filter(technology -> technology.fingerprints().ports().contains(port))
              .toList();
      Optional<Technology> named =
          candidates.stream()
              .filter(
                  technology ->
                      Images.words(container.name()).stream()
                          .anyMatch(w -> isNameOf(w, technology)))
              .findFirst();
      Optional<Technology> found = named.or(() -> store ? plainest(candidates) : Optional.empty());
      if (found.isPresent() && isTelling(port)) {
        return found.map(technology -> Identity.inferred(technology, container.imageAt()));
      }
    }
    return Optional.empty();
  }

  /** An image of its own that is called a gateway and published is one. */
  private static Optional<Identity> byGatewayName(Container container) {
    return GATEWAYS.contains(container.name().toLowerCase(Locale.ROOT))
            && !container.service().ports().isEmpty()
        ? Optional.of(Identity.inferred(ComponentType.GATEWAY, Optional.empty(), container.at()))
        : Optional.empty();
  }

  private static boolean isTelling(int port) {
    return port >= 1024 && (port < COMMON_PORT_MIN || port > COMMON_PORT_MAX);
  }

  /** Of several, the one with an image of Docker's own; the others build on it. */
  private static Optional<Technology> plainest(List<Technology> candidates) {
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    List<Technology> official =
        candidates.stream()
            .filter(
                technology ->
                    technology.fingerprints().images().stream()
                        .anyMatch(image -> image.indexOf('/') < 0))
            .toList();
    return official.size() == 1 ? Optional.of(official.get(0)) : Optional.empty();
  }
}
