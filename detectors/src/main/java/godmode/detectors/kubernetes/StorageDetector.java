package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the data of a store outlives its pod. Only volumes that can hold data count: a scratch
 * folder, a ConfigMap and a Secret hold none. Where the store's own folder is not known for sure, a
 * mounted claim is taken for it.
 */
@AutoService(Detector.class)
public final class StorageDetector implements Detector {
  /** Folders for scratch files and configuration, which no server keeps its data in. */
  private static final List<String> NOT_DATA =
      List.of("/tmp", "/var/tmp", "/run", "/var/run", "/var/log", "/logs", "/etc", "/dev");

  private static final Set<String> HOLDS_NOTHING =
      Set.of("configMap", "secret", "downwardAPI", "projected");

  @Override
  public String id() {
    return "kubernetes-storage";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        Workload.of(object)
            .filter(workload -> !workload.isJob() && keepsState(workload, known))
            .ifPresent(workload -> storage(workload, known, out));
      }
    }
  }

  private static boolean keepsState(Workload workload, Technologies known) {
    return workload.technology(known).isPresent()
        ? workload.keepsState(known)
        : ServerGuess.of(workload, known)
            .flatMap(ServerGuess::technology)
            .filter(Technology::stateful)
            .filter(technology -> technology.type().keepsState())
            .isPresent();
  }

  /** Of what is only guessed to be a server, nothing is certain. */
  private static void storage(Workload workload, Technologies known, EvidenceSink.Of out) {
    Optional<Said<Boolean>> found = storage(workload);
    if (found.isPresent()) {
      Said<Boolean> said = found.get();
      Said<Boolean> given =
          workload.technology(known).isPresent()
              ? said
              : Said.inferred(Attributes.PERSISTENT, said.value(), said.at());
      out.stated(new AttributeSeen(workload.name(), given), given.at());
    }
  }

  private static Optional<Said<Boolean>> storage(Workload workload) {
    Optional<Place> scratch = Optional.empty();
    boolean unclear = false;
    for (Located mount : items(workload.container(), "volumeMounts")) {
      String path = mount.text("mountPath").orElse("");
      String name = mount.text("name").orElse("");
      if (NOT_DATA.stream().anyMatch(no -> path.equals(no) || path.startsWith(no + "/"))) {
        continue;
      }
      switch (volume(workload, name)) {
        case "durable" -> {
          return Optional.of(Said.stated(Attributes.PERSISTENT, true, mount.place()));
        }
        case "emptyDir" -> scratch = scratch.or(() -> Optional.of(mount.place()));
        case "nothing" -> {}
        default -> unclear = true;
      }
    }
    if (unclear) {
      return Optional.empty();
    }
    return Optional.of(
        Said.stated(Attributes.PERSISTENT, false, scratch.orElse(workload.object().at())));
  }

  /** {@code durable}, {@code emptyDir}, {@code nothing}, or {@code unclear}. */
  private static String volume(Workload workload, String name) {
    KubernetesObject object = workload.object();
    List<Located> templates =
        object.root().get("spec.volumeClaimTemplates").map(Located::items).orElse(List.of());
    if (templates.stream()
        .anyMatch(t -> t.text("metadata.name").filter(name::equals).isPresent())) {
      return "durable";
    }
    List<Located> volumes =
        PodSpecs.of(object).map(spec -> items(spec, "volumes")).orElse(List.of());
    Optional<Located> volume =
        volumes.stream().filter(v -> v.text("name").filter(name::equals).isPresent()).findFirst();
    if (volume.isEmpty()) {
      return "unclear";
    }
    for (Located.Entry entry : volume.get().entries()) {
      if (entry.key().equals("emptyDir")) {
        return "emptyDir";
      }
      if (HOLDS_NOTHING.contains(entry.key())) {
        return "nothing";
      }
      if (!entry.key().equals("name")) {
        return "durable";
      }
    }
    return "unclear";
  }

  private static List<Located> items(Located value, String field) {
    return value.at(field).map(Located::items).orElse(List.of());
  }
}
