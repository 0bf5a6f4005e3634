package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whom an application looks up in a registry to call it: in code by the name of the service,
 * and by the servers that Ribbon is given in place of a registry.
 *
 * <p>Only a name of a part of this system counts; who lists all services calls none of them.
 */
@AutoService(Detector.class)
public final class LookupsDetector implements Detector {
  /** What looks services up by the name that is its first argument, by type. */
  private static final Map<Pattern, Set<String>> LOOKUPS =
      Map.of(
          Pattern.compile("(Reactive)?DiscoveryClient|(Composite|Simple)DiscoveryClient"),
          Set.of("getInstances"),
          Pattern.compile("(Reactive|Blocking)?LoadBalancerClient|LoadBalancerClientFactory"),
          Set.of("choose", "execute", "getInstance"),
          Pattern.compile("SpringClientFactory"),
          Set.of("getLoadBalancer", "getInstance"),
          Pattern.compile("EurekaClient|DiscoveryManager|PeerAwareInstanceRegistry"),
          Set.of("getNextServerFromEureka", "getApplication", "getInstancesByVipAddress"));

  private static final Set<String> ANNOTATIONS = Set.of("RibbonClient", "LoadBalancerClient");

  private static final Pattern SERVERS = Pattern.compile("([^.]+)\\.ribbon\\.listofservers.*");

  @Override
  public String id() {
    return "spring-lookups";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> perspectives = Perspectives.of(units);
    KnownHosts hosts = KnownHosts.of(units, perspectives);
    Sources sources = Sources.of(units);
    for (Perspective perspective : perspectives) {
      Caller caller = new Caller(perspective, hosts, perspective.sink(id(), sink), new HashSet<>());
      if (perspective.base().isEmpty()) {
        for (JavaSource source : sources.withLibraries(perspective.module())) {
          source.invocations().forEach(caller::lookUp);
          source.annotations().stream()
              .filter(use -> ANNOTATIONS.contains(use.name()))
              .flatMap(use -> use.first("name", "value").stream())
              .forEach(caller::named);
        }
      }
      caller.listed();
    }
  }

  /** One application in one environment, as it looks others up. */
  private record Caller(
      Perspective perspective, KnownHosts hosts, EvidenceSink.Of sink, Set<String> once) {
    void lookUp(Invocation call) {
      boolean looksUp =
          LOOKUPS.entrySet().stream()
              .anyMatch(
                  type ->
                      type.getKey().matcher(call.receiver()).matches()
                          && type.getValue().contains(call.method()));
      if (looksUp && !call.arguments().isEmpty()) {
        named(call.arguments().get(0));
      }
    }

    void named(JavaText name) {
      String text = perspective.configuration().replaced(name.text()).strip();
      if (hosts.isKnown(text) && !hosts.isSelf(text, perspective)) {
        connect(text, name.at());
      }
    }

    /** A client that is given its servers; its name says whom they serve, their ports else. */
    void listed() {
      for (Property setting : perspective.settings()) {
        Matcher matcher = SERVERS.matcher(setting.key().toLowerCase(Locale.ROOT).replace("-", ""));
        if (!matcher.matches() || !setting.value().isScalar()) {
          continue;
        }
        String client = setting.key().substring(0, setting.key().indexOf('.'));
        if (hosts.isKnown(client)) {
          if (!hosts.isSelf(client, perspective)) {
            connect(client, setting.value().place());
          }
          continue;
        }
        server(setting.value());
      }
    }

    private void server(Located servers) {
      for (String server : servers.written().split(",", -1)) {
        Optional<String> besides = hosts.besides(server, perspective);
        besides.ifPresent(owner -> connect(owner, servers.place()));
        for (String host : Address.ofHosts(server).hosts()) {
          if (besides.isEmpty() && hosts.isKnown(host) && !hosts.isSelf(host, perspective)) {
            connect(host, servers.place());
          }
        }
      }
    }

    private void connect(String target, Place at) {
      if (once.add(target)) {
        sink.stated(
            new ConnectionSeen(
                perspective.module().id(), target, ConnectionKind.CALL, "http", List.of()),
            at);
      }
    }
  }
}
