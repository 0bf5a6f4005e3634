package godmode.detectors.read.kubernetes;

/** Tells fragments, which only change an object that stands elsewhere, from whole objects. */
final class Partial {
  private Partial() {}

  /** A workload nobody could run, a deletion, or an object that belongs to another one. */
  static boolean isPartial(KubernetesObject object) {
    boolean directive = object.root().at("$patch").isPresent();
    boolean owned = object.root().get("metadata.ownerReferences").isPresent();
    boolean noContainer =
        PodSpecs.isWorkload(object.kind()) && PodSpecs.containers(object).isEmpty();
    // Argo Rollouts and others may point to a Deployment instead of holding a template.
    boolean service =
        object.kind().equals("Service")
            && object.root().get("spec").filter(spec -> !spec.entries().isEmpty()).isEmpty();
    return directive || owned || noContainer || service;
  }
}
