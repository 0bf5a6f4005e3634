package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.kustomize.Kustomizations;
import godmode.detectors.read.kustomize.Kustomized;
import godmode.detectors.read.kustomize.KustomizedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which built kustomizations are deployed, and into which world.
 *
 * <p>A base is deployed through its overlays. It stands for itself only where no overlay is a stage
 * that people deploy to: then the overlays are variants of it. Overlays of one base in one world
 * are alternatives, each a world of its own.
 */
final class Overlays {
  private static final Set<Environment> STAGES =
      Set.of(
          Environment.DEFAULT,
          Environment.PRODUCTION,
          Environment.STAGING,
          Environment.DEV,
          Environment.TEST);

  private Overlays() {}

  static List<KubernetesObjects> units(Kustomizations kustomizations) {
    List<Kustomized> deployed = new ArrayList<>();
    for (Kustomized one : kustomizations.built()) {
      if (!one.objects().isEmpty() && !isOnlyBase(one, kustomizations)) {
        deployed.add(one);
      }
    }
    List<KubernetesObjects> units = new ArrayList<>();
    for (Kustomized one : deployed) {
      String folder = one.folder().isEmpty() ? "." : one.folder();
      units.add(new KubernetesObjects(folder, environment(one, deployed), objects(one)));
    }
    return units;
  }

  private static boolean isOnlyBase(Kustomized one, Kustomizations kustomizations) {
    return kustomizations.isBase(one.folder())
        && kustomizations.built().stream()
            .filter(other -> other.bases().contains(one.folder()))
            .anyMatch(other -> STAGES.contains(byPath(other)));
  }

  private static Environment byPath(Kustomized one) {
    return ManifestPaths.environment(RepositoryPath.join(one.folder(), "kustomization.yaml"));
  }

  private static Environment environment(Kustomized one, List<Kustomized> deployed) {
    Environment environment = byPath(one);
    boolean alternative =
        deployed.stream()
            .filter(other -> !other.folder().equals(one.folder()))
            .filter(other -> byPath(other).equals(environment))
            .filter(other -> !other.bases().contains(one.folder()))
            .anyMatch(other -> other.bases().stream().anyMatch(one.bases()::contains));
    String name = RepositoryPath.name(one.folder());
    return alternative && !name.isEmpty() && !FolderVariants.isGeneric(name)
        ? Environment.named(name)
        : environment;
  }

  private static List<KubernetesObject> objects(Kustomized one) {
    Map<String, Integer> seen = new HashMap<>();
    for (KustomizedObject object : one.objects()) {
      seen.merge(KubernetesObject.of(object.root()).identity(), 1, Integer::sum);
    }
    List<KubernetesObject> objects = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (KustomizedObject built : one.objects()) {
      KubernetesObject plain = KubernetesObject.of(built.root(), built.deployedName());
      // One base taken in twice under two prefixes is two objects.
      boolean twice = seen.getOrDefault(plain.identity(), 1) > 1;
      KubernetesObject object = twice ? plain.renamed() : plain;
      if (!object.apiVersion().isEmpty()
          && !Partial.isPartial(object)
          && once.add(object.identity())) {
        objects.add(object);
      }
    }
    return objects;
  }
}
