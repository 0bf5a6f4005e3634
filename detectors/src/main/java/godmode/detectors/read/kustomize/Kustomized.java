package godmode.detectors.read.kustomize;

import java.util.List;

/**
 * What one kustomization deploys.
 *
 * @param folder of its kustomization file; empty for the reviewed directory itself
 * @param bases the folders of the kustomizations it is built on, directly or not
 * @param objects in the order of the resources
 */
public record Kustomized(String folder, List<String> bases, List<KustomizedObject> objects) {
  public Kustomized {
    bases = List.copyOf(bases);
    objects = List.copyOf(objects);
  }
}
