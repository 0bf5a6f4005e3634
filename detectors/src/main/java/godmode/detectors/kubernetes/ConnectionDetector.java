package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.settings.DatabaseNames;
import godmode.detectors.settings.WrittenSetting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses in variables, options and mounted files are connections.
 *
 * <p>A value counts if it names something of this repository with a port or scheme, or if the name
 * of the setting says that it is an address. An address does not tell whether a client of a broker
 * publishes or consumes; what is claimed then is {@code publish}, as inferred.
 */
@AutoService(Detector.class)
public final class ConnectionDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-connections";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object).ifPresent(workload -> connections(workload, cluster, known, out));
      }
    }
  }

  private static void connections(
      Workload workload, Cluster cluster, Technologies known, EvidenceSink.Of out) {
    Set<String> once = new HashSet<>();
    List<WrittenSetting> all = Variables.all(workload, cluster);
    for (WrittenSetting setting : all) {
      for (Address address : Addresses.in(setting.value())) {
        String target = cluster.name(address.host());
        if (counts(setting, address, target, cluster) && once.add(target)) {
          connection(workload, setting, all, address, target, cluster, known, out);
        }
      }
    }
  }

  private static boolean counts(
      WrittenSetting setting, Address address, String target, Cluster cluster) {
    if (address.isLocal()) {
      return false;
    }
    boolean named = Addresses.isAddressName(setting.key());
    if (cluster.knows(target)) {
      return named || !address.isBare();
    }
    boolean resolved = !target.equals(address.host());
    boolean web = address.scheme().startsWith("http");
    if (resolved) {
      return true; // a name of the cluster's own name server, of another repository
    }
    return named
        && (address.host().contains(".")
            ? !address.isBare() && !isExample(address) && !isPage(setting, web)
            : !address.port().isEmpty());
  }

  private static boolean isExample(Address address) {
    String host = address.host();
    return host.endsWith("example.com")
        || host.endsWith("example.org")
        || host.endsWith(".example")
        || host.endsWith(".invalid");
  }

  /** Links to pages and pictures are shown to people, not called. */
  private static boolean isPage(WrittenSetting setting, boolean web) {
    return web
        && (setting.value().matches(".*\\.(html?|png|jpe?g|svg|ico|css|js|pdf|md)([?#].*)?")
            || setting.value().contains("://github.com")
            || setting.value().contains("://www."));
  }

  private static void connection(
      Workload workload,
      WrittenSetting setting,
      List<WrittenSetting> all,
      Address address,
      String target,
      Cluster cluster,
      Technologies known,
      EvidenceSink.Of out) {
    Optional<Workload> there = cluster.target(target);
    if (target.equals(workload.name())
        || cluster.isBehind(workload, target)
        || there.filter(other -> other.name().equals(workload.name())).isPresent()) {
      return;
    }
    Optional<Technology> behind = cluster.technology(target, known);
    Optional<Technology> own = workload.technology(known);
    Optional<Technology> technology =
        behind
            .or(() -> known.byUrlScheme(setting.value()))
            .or(
                () ->
                    there.isPresent()
                        ? Optional.empty()
                        : byVariable(setting, known).or(() -> known.byId(target)));
    boolean peer = own.isPresent() && own.equals(technology) && own.get().stateful();
    if (peer) {
      return; // members of one cluster name each other
    }
    ConnectionKind kind =
        technology.map(Technology::type).map(ConnectionKind::to).orElse(ConnectionKind.CALL);
    String protocol = technology.map(Technology::id).orElse(protocol(address.scheme()));
    List<Said<?>> properties =
        kind == ConnectionKind.DATA ? database(setting, address, all) : List.of();
    ConnectionSeen claim = new ConnectionSeen(workload.name(), target, kind, protocol, properties);
    if (behind.isEmpty() && technology.isPresent()) {
      out.inferred(claim, setting.at());
    } else {
      out.stated(claim, setting.at());
    }
  }

  /** The database of the address itself, else of the one setting beside it that names one. */
  private static List<Said<?>> database(
      WrittenSetting setting, Address address, List<WrittenSetting> all) {
    if (!address.database().isEmpty()) {
      return List.of(Said.stated(Attributes.DATABASE, address.database(), setting.at()));
    }
    return DatabaseNames.beside(setting, all).stream()
        .<Said<?>>map(named -> Said.stated(Attributes.DATABASE, named.value(), named.at()))
        .toList();
  }

  /** {@code https} and {@code sink:http} speak http. */
  private static String protocol(String scheme) {
    return scheme.endsWith("http") || scheme.endsWith("https") ? "http" : scheme;
  }

  private static Optional<Technology> byVariable(WrittenSetting setting, Technologies known) {
    return known.byEnvironmentVariable(setting.key()).stream()
        .filter(match -> match.side() == Side.CLIENT && match.strong())
        .map(Match::technology)
        .findFirst();
  }
}
