package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.Platform;
import godmode.detectors.read.helm.AbsentChart;
import java.util.List;

/**
 * The objects that are deployed together: those of one folder, or of one file where the files of a
 * folder are alternatives.
 *
 * @param unit path of the folder or file; {@code .} for the reviewed directory itself
 * @param environment which world they describe
 * @param objects in the order of files and documents, each once
 * @param absent charts that are released with them and are not in the repository
 */
public record KubernetesObjects(
    String unit,
    Environment environment,
    List<KubernetesObject> objects,
    List<AbsentChart> absent) {
  public KubernetesObjects {
    objects = List.copyOf(objects);
    absent = List.copyOf(absent);
  }

  /** Objects with which nothing else is released. */
  public KubernetesObjects(String unit, Environment environment, List<KubernetesObject> objects) {
    this(unit, environment, objects, List.of());
  }

  /** Who speaks, for evidence. */
  public Evidence.Source source() {
    return new Evidence.Source(unit, Platform.CLUSTER, environment);
  }
}
