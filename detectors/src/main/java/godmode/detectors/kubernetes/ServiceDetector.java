package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.Claim.SameAs;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Services give workloads further names; some of them, and routes, let users in. */
@AutoService(Detector.class)
public final class ServiceDetector implements Detector {
  /** The name of the one user; the colon keeps it apart from services called user. */
  static final String USER = "actor:user";

  private static final Set<String> ROUTES =
      Set.of(
          "Ingress", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "Route", "VirtualService");

  @Override
  public String id() {
    return "kubernetes-services";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        if (object.kind().equals("Service")) {
          service(object, cluster, known, out);
        } else if (ROUTES.contains(object.kind())) {
          route(object, cluster, known, out);
        }
      }
    }
  }

  private static void service(
      KubernetesObject service, Cluster cluster, Technologies known, EvidenceSink.Of out) {
    String type = service.root().text("spec.type").orElse("ClusterIP");
    if (type.equals("ExternalName")) {
      external(service, cluster, out);
      return;
    }
    cluster
        .behind(service)
        .ifPresent(
            workload -> {
              if (!workload.name().equals(service.name())) {
                out.stated(new SameAs(workload.name(), service.name()), service.at());
              }
              if (!service.deployedName().equals(service.name())) {
                out.stated(new SameAs(workload.name(), service.deployedName()), service.at());
              }
              if (type.equals("LoadBalancer") || type.equals("NodePort")) {
                Place at = service.root().get("spec.type").map(Located::place).orElse(service.at());
                enters(workload.name(), at, cluster, known, out);
              }
            });
  }

  private static void external(KubernetesObject service, Cluster cluster, EvidenceSink.Of out) {
    Optional<Located> host = service.root().get("spec.externalName");
    String written = host.flatMap(Located::text).orElse("");
    if (written.isEmpty()) {
      return;
    }
    String name = cluster.name(written);
    if (name.equals(written) && written.contains(".")) {
      out.stated(
          new ComponentSeen(
              service.name(),
              Optional.of(ComponentType.EXTERNAL_SERVICE),
              Optional.empty(),
              Presence.ADDRESSED),
          service.at());
    }
    if (!name.equals(service.name())) {
      out.stated(new SameAs(service.name(), name), host.orElseThrow().place());
    }
  }

  /** A user reaches whatever a route leads to; databases are no entry, whatever is published. */
  private static void route(
      KubernetesObject route, Cluster cluster, Technologies known, EvidenceSink.Of out) {
    if (route.kind().equals("VirtualService") && !hasGateway(route)) {
      return;
    }
    route.root().at("spec").ifPresent(spec -> backends(spec, "", cluster, known, out));
  }

  /** A VirtualService without a gateway routes within the mesh only. */
  private static boolean hasGateway(KubernetesObject route) {
    List<Located> gateways =
        route.root().get("spec.gateways").map(Located::items).orElse(List.of());
    return gateways.stream().anyMatch(g -> g.text().filter(t -> !t.equals("mesh")).isPresent());
  }

  private static void backends(
      Located value, String key, Cluster cluster, Technologies known, EvidenceSink.Of out) {
    Optional<Located> name =
        switch (key) {
          case "backend", "defaultBackend" ->
              value.get("service.name").or(() -> value.at("serviceName"));
          case "backendRefs", "to" -> value.at("name");
          case "destination" -> value.at("host");
          default -> Optional.empty();
        };
    name.ifPresent(
        found ->
            found
                .text()
                .ifPresent(
                    text -> {
                      String target = cluster.name(text);
                      enters(
                          cluster.target(target).map(Workload::name).orElse(target),
                          found.place(),
                          cluster,
                          known,
                          out);
                    }));
    for (Located item : value.items()) {
      backends(item, key, cluster, known, out);
    }
    for (Located.Entry entry : value.entries()) {
      backends(entry.value(), entry.key(), cluster, known, out);
    }
  }

  private static void enters(
      String target, Place at, Cluster cluster, Technologies known, EvidenceSink.Of out) {
    boolean store =
        cluster
            .technology(target, known)
            .map(Technology::type)
            .filter(ComponentType::keepsState)
            .isPresent();
    if (cluster.target(target).isPresent() && !store) {
      out.stated(new ConnectionSeen(USER, target, ConnectionKind.USER, "", List.of()), at);
    }
  }
}
