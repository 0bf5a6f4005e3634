package godmode.detectors.read.kubernetes;

import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.Platform;
import java.util.List;

/**
 * The objects that are deployed together: those of one folder, or of one file where the files of a
 * folder are alternatives.
 *
 * @param unit path of the folder or file; {@code .} for the reviewed directory itself
 * @param environment which world they describe
 * @param objects in the order of files and documents, each once
 */
public record KubernetesObjects(
    String unit, Environment environment, List<KubernetesObject> objects) {
  public KubernetesObjects {
    objects = List.copyOf(objects);
  }

  /** Who speaks, for evidence. */
  public Evidence.Source source() {
    return new Evidence.Source(unit, Platform.CLUSTER, environment);
  }
}
