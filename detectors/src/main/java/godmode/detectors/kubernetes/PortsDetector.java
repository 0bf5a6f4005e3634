package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ports that do not meet: an address that names a Service at a port it does not have, and a Service
 * that passes requests on to a port on which the application does not listen. A Service without an
 * address of its own passes nothing on: clients reach its pods at any port.
 */
@AutoService(Detector.class)
public final class PortsDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-ports";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    ConfiguredApplications applications = ConfiguredApplications.of(units);
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob())
            .ifPresent(workload -> addresses(workload, applications, cluster, out));
        if (object.kind().equals("Service")) {
          cluster
              .behind(object)
              .ifPresent(workload -> target(object, workload, applications, cluster, out));
        }
      }
    }
  }

  private static void addresses(
      Workload workload,
      ConfiguredApplications applications,
      Cluster cluster,
      EvidenceSink.Of out) {
    List<WrittenSetting> settings = Variables.environment(workload, cluster);
    for (WrittenSetting setting : applications.settings(workload, settings)) {
      if (setting.value().strip().matches("(?s).*\\s.*")) {
        continue; // a script or a text, which may speak of anything
      }
      for (Address address : Addresses.in(setting.value())) {
        Optional<KubernetesObject> service =
            cluster
                .find("Service", cluster.name(address.host()))
                .filter(found -> !cluster.isBehind(workload, found.name()));
        if (service.isPresent() && isMissing(address.port(), service.get())) {
          Located ports = service.get().root().get("spec.ports").orElseThrow();
          String at = address.host() + ":" + address.port();
          say(workload, Said.stated(Attributes.UNSERVED_ADDRESS, at, setting.at()), out);
          String served = String.join(", ", served(service.get()));
          say(workload, Said.stated(Attributes.SERVED_PORTS, served, port(ports)), out);
          return;
        }
      }
    }
  }

  private static boolean isMissing(String port, KubernetesObject service) {
    boolean passesOn =
        service.root().get("spec.selector").isPresent()
            && service.root().text("spec.type").filter("ExternalName"::equals).isEmpty()
            && service.root().text("spec.clusterIP").filter("None"::equals).isEmpty();
    SortedSet<String> served = served(service);
    boolean known = !served.isEmpty() && served.stream().allMatch(one -> one.matches("\\d+"));
    return passesOn && known && port.matches("\\d+") && !served.contains(port);
  }

  private static SortedSet<String> served(KubernetesObject service) {
    SortedSet<String> ports = new TreeSet<>();
    for (Located port : service.root().get("spec.ports").map(Located::items).orElse(List.of())) {
      ports.add(port.text("port").orElse("?"));
    }
    return ports;
  }

  private static Place port(Located ports) {
    return ports.items().get(0).at("port").map(Located::place).orElse(ports.place());
  }

  private static void target(
      KubernetesObject service,
      Workload workload,
      ConfiguredApplications applications,
      Cluster cluster,
      EvidenceSink.Of out) {
    List<Located> ports = service.root().get("spec.ports").map(Located::items).orElse(List.of());
    Optional<WrittenSetting> listens = applications.port(workload, cluster);
    if (listens.isEmpty() || ports.size() != 1) {
      return;
    }
    Optional<Located> target = ports.get(0).at("targetPort").or(() -> ports.get(0).at("port"));
    String number = target.flatMap(Located::text).orElse("");
    if (number.matches("\\d{1,5}")
        && !number.equals(listens.get().value())
        && !declares(workload, number)) {
      Place at = target.orElseThrow().place();
      say(workload, Said.stated(Attributes.TARGET_PORT, Integer.valueOf(number), at), out);
      Integer port = Integer.valueOf(listens.get().value());
      say(workload, Said.stated(Attributes.LISTEN_PORT, port, listens.get().at()), out);
    }
  }

  /** Whether the container is said to listen there, which somebody may know better than we do. */
  private static boolean declares(Workload workload, String port) {
    return workload.container().at("ports").stream()
        .flatMap(ports -> ports.items().stream())
        .anyMatch(one -> one.text("containerPort").filter(port::equals).isPresent());
  }

  private static void say(Workload workload, Said<?> said, EvidenceSink.Of out) {
    out.stated(new AttributeSeen(workload.name(), said), said.at());
  }
}
