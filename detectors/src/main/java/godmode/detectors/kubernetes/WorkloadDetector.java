package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.SameAs;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.modules.ModuleNames;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.Optional;

/** Workloads are components; what they run and how many of them is read from their manifests. */
@AutoService(Detector.class)
public final class WorkloadDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-workloads";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    ModuleNames modules = ModuleNames.of(Modules.of(units), units);
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      Cluster cluster = Cluster.around(unit, units);
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .ifPresent(
                workload -> {
                  component(workload, known, modules, out);
                  members(workload, cluster, out);
                });
      }
    }
  }

  private static void component(
      Workload workload, Technologies known, ModuleNames modules, EvidenceSink.Of out) {
    String name = workload.name();
    Place at = workload.object().at();
    Place imageAt = workload.container().at("image").map(Located::place).orElse(at);
    Optional<Technology> technology = workload.technology(known);
    if (!workload.object().deployedName().equals(name)) {
      out.stated(new SameAs(name, workload.object().deployedName()), at);
    }
    if (workload.isJob()) {
      out.stated(seen(name, Optional.of(ComponentType.JOB), Optional.empty()), at);
      return;
    }
    if (technology.isPresent()) {
      out.stated(seen(name, workload.type(known), technology), at);
      Images.version(workload.image())
          .ifPresent(
              version ->
                  out.stated(
                      new AttributeSeen(name, Said.stated(Attributes.VERSION, version, imageAt)),
                      imageAt));
      return;
    }
    if (Sentinels.isSentinel(workload.container(), known)) {
      out.inferred(seen(name, Optional.of(ComponentType.COORDINATION), Optional.empty()), imageAt);
      return;
    }
    out.stated(seen(name, Optional.empty(), Optional.empty()), at);
    ServerGuess.of(workload, known)
        .ifPresent(
            guess ->
                out.inferred(seen(name, Optional.of(guess.type()), guess.technology()), imageAt));
    String image = Images.baseName(workload.image());
    if (!image.isEmpty() && !image.equals(name) && !image.contains("$")) {
      out.stated(new CalledAlso(name, image), imageAt);
    }
    // An image that is called as one of the repository's modules is made of it.
    modules.owner(image).ifPresent(module -> out.stated(new SameAs(name, module), imageAt));
  }

  private static ComponentSeen seen(
      String name, Optional<ComponentType> type, Optional<Technology> technology) {
    return new ComponentSeen(name, type, technology.map(Technology::id), Presence.DEPLOYED);
  }

  private static void members(Workload workload, Cluster cluster, EvidenceSink.Of out) {
    KubernetesObject object = workload.object();
    Place at = object.at();
    switch (object.kind()) {
      case "Job", "CronJob" -> {}
      case "Pod" -> say(workload, Said.stated(Attributes.MEMBERS, 1, at), out);
      case "DaemonSet" -> unread(workload, "a DaemonSet runs one on each node", at, out);
      default -> {
        Optional<Located> written =
            object.root().get("spec.replicas").filter(value -> !value.isNull());
        Optional<String> scaler = scaler(object, cluster);
        if (scaler.isPresent()) {
          unread(workload, scaler.get(), written.map(Located::place).orElse(at), out);
        } else if (written.isEmpty()) {
          // "Defaults to 1" (API reference, DeploymentSpec and StatefulSetSpec)
          say(workload, Said.inferred(Attributes.MEMBERS, 1, at), out);
        } else {
          replicas(workload, written.get(), out);
        }
      }
    }
  }

  private static void replicas(Workload workload, Located written, EvidenceSink.Of out) {
    Optional<Integer> number =
        written.number().filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue);
    if (number.isEmpty()) {
      unread(workload, "replicas has no number to read here", written.place(), out);
    } else if (number.get() == 0) {
      unread(
          workload,
          "replicas is 0: it is switched off until something scales it",
          written.place(),
          out);
    } else {
      say(workload, Said.stated(Attributes.MEMBERS, number.get(), written.place()), out);
    }
  }

  /** What changes the number of replicas at run time. */
  private static Optional<String> scaler(KubernetesObject object, Cluster cluster) {
    for (String kind : new String[] {"HorizontalPodAutoscaler", "ScaledObject"}) {
      for (KubernetesObject scaler : cluster.all(kind)) {
        boolean same =
            scaler.root().text("spec.scaleTargetRef.name").filter(object::isCalled).isPresent()
                && scaler
                    .root()
                    .text("spec.scaleTargetRef.kind")
                    .orElse("Deployment")
                    .equals(object.kind());
        if (same) {
          return Optional.of(kind + " " + scaler.name() + " decides how many run");
        }
      }
    }
    return Optional.empty();
  }

  private static void say(Workload workload, Said<Integer> members, EvidenceSink.Of out) {
    AttributeSeen claim = new AttributeSeen(workload.name(), members);
    if (members.directness() == Directness.STATED) {
      out.stated(claim, members.at());
    } else {
      out.inferred(claim, members.at());
    }
  }

  private static void unread(Workload workload, String why, Place at, EvidenceSink.Of out) {
    out.stated(new AttributeUnread(workload.name(), Attributes.MEMBERS, why), at);
  }
}
