package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.build.Dependency;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Says which brokers an application is configured to use, and whether it publishes or consumes
 * where the configuration shows that: consumer settings, producer settings, bindings of Spring
 * Cloud Stream.
 *
 * <p>An address alone shows no direction. It is then said to publish, as an inference: every client
 * can publish with nothing but an address, while a consumer needs a group, a binding or code, which
 * say more.
 *
 * <p>Who has a broker only for what Spring Cloud itself sends over it exchanges no messages of its
 * own: refreshed configuration by the bus, metrics by the streams of Hystrix and Turbine, traces by
 * that of Sleuth, which a Zipkin server consumes.
 */
@AutoService(Detector.class)
public final class MessagingDetector implements Detector {
  /**
   * A broker as Spring knows it.
   *
   * @param addresses keys of its address
   * @param consuming beginnings of keys that only who consumes sets; listener options are copied
   *     from sample to sample, also by those who only publish
   * @param publishing beginnings of keys that only who publishes sets
   */
  private record Broker(
      String technology,
      Pattern dependency,
      Pattern stream,
      List<String> addresses,
      List<String> consuming,
      List<String> publishing) {}

  private static final List<Broker> BROKERS =
      List.of(
          new Broker(
              "kafka",
              Pattern.compile(".*kafka.*"),
              Pattern.compile(".*(stream|bus)[-a-z]*-kafka.*"),
              List.of(
                  "spring.kafka.bootstrap-servers",
                  "spring.kafka.producer.bootstrap-servers",
                  "spring.kafka.consumer.bootstrap-servers",
                  "spring.kafka.streams.bootstrap-servers",
                  "spring.cloud.stream.kafka.binder.brokers"),
              List.of("spring.kafka.consumer.group-id"),
              List.of("spring.kafka.producer.")),
          new Broker(
              "rabbitmq",
              Pattern.compile(".*(amqp|rabbit).*"),
              Pattern.compile(".*(stream|bus)[-a-z]*-(rabbit|amqp).*"),
              List.of("spring.rabbitmq.addresses", "spring.rabbitmq.host"),
              List.of(),
              List.of("spring.rabbitmq.template.exchange", "spring.rabbitmq.template.routing-key")),
          new Broker(
              "activemq",
              Pattern.compile(".*(activemq|artemis|jms).*"),
              Pattern.compile("none"),
              List.of(
                  "spring.activemq.broker-url", "spring.artemis.broker-url", "spring.artemis.host"),
              List.of(),
              List.of("spring.jms.template.default-destination")),
          new Broker(
              "pulsar",
              Pattern.compile(".*pulsar.*"),
              Pattern.compile(".*stream[-a-z]*-pulsar.*"),
              List.of("spring.pulsar.client.service-url"),
              List.of("spring.pulsar.consumer.subscription."),
              List.of("spring.pulsar.producer.")));

  /** What Spring Cloud sends over a broker by itself, and what that is. */
  private static final Map<ConnectionKind, Pattern> OWN_TRAFFIC =
      new TreeMap<>(
          Map.of(
              ConnectionKind.CONFIG,
              Pattern.compile(".*:spring-cloud(-starter)?-bus-.*"),
              ConnectionKind.METRICS,
              Pattern.compile(".*:spring-cloud-.*(hystrix|turbine)-(stream|amqp).*"),
              ConnectionKind.TRACE,
              Pattern.compile(".*:spring-cloud-(starter-)?sleuth-stream"),
              ConnectionKind.CONSUME,
              Pattern.compile(".*:(spring-cloud-sleuth-zipkin-stream|zipkin-.*collector-.*)")));

  /** Clients that applications use; the stream binder is also what Hystrix and Turbine need. */
  private static final Pattern CLIENT =
      Pattern.compile(
          ".*:(spring-boot-starter-(amqp|kafka|activemq|artemis|pulsar)|spring-(rabbit|kafka|jms|"
              + "pulsar|amqp|integration-.*)|amqp-client|kafka-.*|activemq-.*|artemis-.*|"
              + "reactor-(kafka|rabbitmq)|spring-cloud-function-.*)");

  private static final Pattern BOOTSTRAP = Pattern.compile(".*[.-]bootstrap-?servers?");

  private static final Pattern INPUT =
      Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.(input|.*-in-\\d+)\\..*");
  private static final Pattern OUTPUT =
      Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.(output|.*-out-\\d+)\\..*");

  private static final List<String> ACKS =
      List.of(
          "spring.kafka.producer.acks",
          "spring.kafka.producer.properties.acks",
          "spring.kafka.properties.acks",
          "spring.cloud.stream.kafka.binder.required-acks",
          "spring.cloud.stream.kafka.binder.producer-properties.acks");

  @Override
  public String id() {
    return "spring-messaging";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Sources sources = Sources.of(units);
    for (Perspective perspective : Perspectives.of(units)) {
      for (Broker broker : BROKERS) {
        broker(perspective, broker, sources, known, perspective.sink(id(), sink));
      }
    }
  }

  private static void broker(
      Perspective perspective,
      Broker broker,
      Sources sources,
      Technologies known,
      EvidenceSink.Of sink) {
    List<Located> addresses = new ArrayList<>();
    for (String key : broker.addresses()) {
      if (addresses.isEmpty()) {
        addresses.addAll(perspective.list(key));
      }
    }
    if (addresses.isEmpty()) {
      addresses.addAll(ownKeys(perspective, broker));
    }
    addresses.removeIf(at -> !perspective.uses(at.place(), broker.dependency()));
    Map<ConnectionKind, Place> directions = directions(perspective, broker, sources);
    if (addresses.isEmpty()) {
      boolean addressed =
          broker.addresses().stream()
              .anyMatch(key -> !perspective.configuration().list(key).isEmpty());
      if (!addressed) {
        // The client's own standard address is meant, or one that only the deployment knows.
        directions.forEach(
            (kind, at) ->
                sink.stated(
                    new ConnectionSeen(
                        perspective.module().id(),
                        "tech:" + broker.technology(),
                        kind,
                        broker.technology(),
                        List.of()),
                    at));
        if (directions.isEmpty() && perspective.base().isEmpty()) {
          ownTraffic(perspective, broker, sink);
        }
      }
      return;
    }
    for (Located address : addresses) {
      Address hosts = address(address);
      if (directions.isEmpty()) {
        for (ConnectionKind kind : likely(perspective)) {
          perspective.inferred(sink, known, broker.technology(), hosts, kind, address.place());
        }
      }
      if (!directions.isEmpty()) {
        Perspective.runningAt(sink, known, broker.technology(), hosts, address.place());
      }
      directions.forEach(
          (kind, at) ->
              perspective.connectOrSearch(
                  sink,
                  broker.technology(),
                  hosts,
                  kind,
                  at,
                  kind == ConnectionKind.PUBLISH && broker.technology().equals("kafka")
                      ? acknowledged(perspective)
                      : new Said<?>[0]));
    }
  }

  /** What the producer waits for, where the settings say it ({@code acks}). */
  private static Said<?>[] acknowledged(Perspective perspective) {
    for (String key : ACKS) {
      Optional<Located> acks = perspective.configuration().get(key).filter(Located::isScalar);
      if (acks.isPresent()) {
        Place at = acks.get().place();
        String by =
            switch (acks.get().written().strip()) {
              case "0" -> "none";
              case "1" -> "leader";
              case "all", "-1" -> "all";
              default -> "";
            };
        return by.isEmpty()
            ? new Said<?>[0]
            : new Said<?>[] {Said.stated(Attributes.ACKNOWLEDGED_BY, by, at)};
      }
    }
    return new Said<?>[0];
  }

  /** Applications that make their clients themselves end their keys as the client's options. */
  private static List<Located> ownKeys(Perspective perspective, Broker broker) {
    if (!broker.technology().equals("kafka")
        || !perspective.module().dependsOn(broker.dependency())) {
      return List.of();
    }
    return perspective.settings().stream()
        .filter(setting -> BOOTSTRAP.matcher(setting.key()).matches())
        .flatMap(setting -> perspective.list(setting.key()).stream())
        .toList();
  }

  /** Spring Cloud's own traffic needs no setting where the broker has its standard address. */
  private static void ownTraffic(Perspective perspective, Broker broker, EvidenceSink.Of sink) {
    OWN_TRAFFIC.forEach(
        (kind, dependency) ->
            perspective.module().dependencies().stream()
                .filter(found -> dependency.matcher(found.coordinate()).matches())
                .filter(found -> isOver(found, broker, perspective))
                .findFirst()
                .ifPresent(
                    found ->
                        sink.inferred(
                            new ConnectionSeen(
                                perspective.module().id(),
                                "tech:" + broker.technology(),
                                kind,
                                broker.technology(),
                                List.of()),
                            found.at())));
  }

  /** Whether a part of Spring Cloud sends over this broker: by its own name, else by the binder. */
  private static boolean isOver(Dependency part, Broker broker, Perspective perspective) {
    boolean namesOne =
        BROKERS.stream().anyMatch(one -> one.stream().matcher(part.coordinate()).matches());
    return namesOne
        ? broker.stream().matcher(part.coordinate()).matches()
        : perspective.module().dependsOn(broker.stream());
  }

  /** What an application uses a broker for whose settings do not say it. */
  private static List<ConnectionKind> likely(Perspective perspective) {
    List<ConnectionKind> own =
        OWN_TRAFFIC.entrySet().stream()
            .filter(traffic -> perspective.module().dependsOn(traffic.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return own.isEmpty() || perspective.module().dependsOn(CLIENT)
        ? List.of(ConnectionKind.PUBLISH)
        : own;
  }

  private static Address address(Located written) {
    String text = written.written().replaceFirst("^failover:\\(?", "").replaceFirst("\\).*$", "");
    return text.contains("//") ? Address.ofUrl(text) : Address.ofHosts(text);
  }

  /** By the code first; bindings that only the settings know are copies from another sample. */
  private static Map<ConnectionKind, Place> directions(
      Perspective perspective, Broker broker, Sources sources) {
    String id = broker.technology();
    boolean bound = perspective.module().dependsOn(broker.stream());
    MessagingCode own = MessagingCode.of(sources.of(perspective.module()), id, bound);
    MessagingCode code =
        own.directions().isEmpty()
            ? MessagingCode.of(sources.withLibraries(perspective.module()), id, bound)
            : own;
    TreeMap<ConnectionKind, Place> found = new TreeMap<>(code.directions());
    first(perspective, broker, broker.consuming())
        .ifPresent(at -> found.putIfAbsent(ConnectionKind.CONSUME, at));
    first(perspective, broker, broker.publishing())
        .ifPresent(at -> found.putIfAbsent(ConnectionKind.PUBLISH, at));
    if (bound && !code.declaresBindings()) {
      for (Property setting : perspective.configuration().settings()) {
        if (INPUT.matcher(setting.key()).matches()) {
          found.putIfAbsent(ConnectionKind.CONSUME, setting.keyPlace());
        } else if (OUTPUT.matcher(setting.key()).matches()) {
          found.putIfAbsent(ConnectionKind.PUBLISH, setting.keyPlace());
        }
      }
    }
    return found;
  }

  private static Optional<Place> first(
      Perspective perspective, Broker broker, List<String> prefixes) {
    return prefixes.stream()
        .flatMap(prefix -> perspective.configuration().below(prefix).stream())
        .map(Property::keyPlace)
        .filter(at -> perspective.uses(at, broker.dependency()))
        .min(Comparator.naturalOrder());
  }
}
