package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says where an application sends traces and mails, who issues its tokens, which admin server it
 * reports to, and which parts of the system it is given the address of.
 */
@AutoService(Detector.class)
public final class LinksDetector implements Detector {
  /**
   * A key whose value is the address of something.
   *
   * @param technology catalog id; {@code http} where any may be meant
   */
  private record LinkKey(Pattern key, ConnectionKind kind, String technology, Pattern dependency) {}

  private static final List<LinkKey> KEYS =
      List.of(
          key("spring\\.zipkin\\.baseurl", ConnectionKind.TRACE, "zipkin", "zipkin|sleuth|tracing"),
          key(
              "management\\.zipkin\\.tracing\\.endpoint",
              ConnectionKind.TRACE,
              "zipkin",
              "zipkin|sleuth|tracing"),
          key(
              "management\\.otlp\\.tracing\\.endpoint",
              ConnectionKind.TRACE,
              "http",
              "otlp|opentelemetry|tracing"),
          key(
              "spring\\.boot\\.admin\\.(client\\.)?url(\\[\\d+])?",
              ConnectionKind.ADMIN,
              "spring-boot-admin",
              "spring-boot-admin"),
          key(
              "spring\\.security\\.oauth2\\.(resourceserver\\..*(issueruri|jwkseturi|introspectionuri)"
                  + "|client\\.provider\\..*(issueruri|tokenuri|userinfouri|jwkseturi))",
              ConnectionKind.AUTH,
              "http",
              "oauth2|security|keycloak"),
          key(
              "security\\.oauth2\\.(client\\.(accesstokenuri)"
                  + "|resource\\.(userinfouri|tokeninfouri|jwt\\.keyuri|jwk\\.keyseturi))",
              ConnectionKind.AUTH,
              "http",
              "oauth2|security"),
          key("keycloak\\.authserverurl", ConnectionKind.AUTH, "keycloak", "keycloak"),
          key("spring\\.mail\\.host", ConnectionKind.MAIL, "smtp", "mail"));

  /** Keys of frameworks; an address there means something else than a call. */
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "(spring|management|eureka|zuul|security|logging|server|info|springdoc|springfox|swagger"
              + "|keycloak|cors)\\..*|.*(cors|allowedorigin|redirect|swagger|openapi|issuer).*");

  private static final Pattern ZIPKIN_CLIENT =
      Pattern.compile(
          ".*:(spring-cloud-(starter|sleuth)-zipkin|zipkin-reporter-brave"
              + "|opentelemetry-exporter-zipkin|micrometer-tracing-reporter-zipkin)");

  private static LinkKey key(
      String key, ConnectionKind kind, String technology, String dependency) {
    return new LinkKey(
        Pattern.compile(key), kind, technology, Pattern.compile(".*(" + dependency + ").*"));
  }

  @Override
  public String id() {
    return "spring-links";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> perspectives = Perspectives.of(units);
    KnownHosts hosts = KnownHosts.of(units, perspectives);
    for (Perspective perspective : perspectives) {
      EvidenceSink.Of of = perspective.sink(id(), sink);
      for (Property setting : perspective.settings()) {
        String key = folded(setting.key()).replace("-", "").replace("_", "");
        link(perspective, key, setting.value(), hosts, of);
        if (!FRAMEWORK.matcher(key).matches()) {
          call(perspective, setting.value(), hosts, of);
        }
      }
      tracer(perspective, of);
    }
  }

  /** Zipkin's client needs no setting where the server has its standard address. */
  private static void tracer(Perspective perspective, EvidenceSink.Of sink) {
    boolean addressed =
        perspective.configuration().settings().stream()
            .map(setting -> folded(setting.key()).replace("-", ""))
            .anyMatch(key -> key.startsWith("spring.zipkin.") || key.contains("tracing.endpoint"));
    if (addressed || perspective.base().isPresent()) {
      return;
    }
    perspective.module().dependencies().stream()
        .filter(dependency -> ZIPKIN_CLIENT.matcher(dependency.coordinate()).matches())
        .findFirst()
        .ifPresent(
            dependency ->
                sink.inferred(
                    new ConnectionSeen(
                        perspective.module().id(),
                        "tech:zipkin",
                        ConnectionKind.TRACE,
                        "zipkin",
                        List.of()),
                    dependency.at()));
  }

  private static void link(
      Perspective perspective, String key, Located value, KnownHosts hosts, EvidenceSink.Of sink) {
    for (LinkKey link : KEYS) {
      if (link.key().matcher(key).matches() && perspective.uses(value.place(), link.dependency())) {
        if (link.technology().equals("http")) {
          hosts
              .besides(value.written(), perspective)
              .ifPresent(
                  owner ->
                      sink.stated(
                          new ConnectionSeen(
                              perspective.module().id(), owner, link.kind(), "http", List.of()),
                          value.place()));
        }
        Address address =
            value.written().contains("//") && !value.written().contains(",")
                ? Address.ofUrl(value.written())
                : Address.ofHosts(value.written());
        perspective.connect(sink, address, link.kind(), link.technology(), value.place());
        address.hosts().stream()
            .filter(host -> link.kind() == ConnectionKind.MAIL && !Address.isLoopback(host))
            .forEach(host -> ExternalNames.mailServer(sink, host, value.place()));
      }
    }
  }

  /** An address of one's own that names a part of this system is there to be called. */
  private static void call(
      Perspective perspective, Located value, KnownHosts hosts, EvidenceSink.Of sink) {
    String text = value.written();
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      return;
    }
    Place at = value.place();
    hosts
        .besides(text, perspective)
        .ifPresent(
            module ->
                sink.stated(
                    new ConnectionSeen(
                        perspective.module().id(), module, ConnectionKind.CALL, "http", List.of()),
                    at));
    for (String host : Address.ofUrl(text).hosts()) {
      if (hosts.isKnown(host) && !hosts.isSelf(host, perspective)) {
        Address one = new Address(List.of(host), true, "");
        perspective.connect(sink, one, ConnectionKind.CALL, "http", at);
      }
    }
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
