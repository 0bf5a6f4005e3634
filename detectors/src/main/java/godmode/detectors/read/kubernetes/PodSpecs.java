package godmode.detectors.read.kubernetes;

import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the kinds that run containers keep their pod specification. */
public final class PodSpecs {
  private PodSpecs() {}

  /** Whether objects of this kind run containers. */
  public static boolean isWorkload(String kind) {
    return !path(kind).isEmpty();
  }

  private static String path(String kind) {
    return switch (kind) {
      case "Pod" -> "spec";
      case "CronJob" -> "spec.jobTemplate.spec.template.spec";
      case "Deployment",
          "DeploymentConfig",
          "DaemonSet",
          "Job",
          "ReplicaSet",
          "ReplicationController",
          "Rollout",
          "StatefulSet" ->
          "spec.template.spec";
      default -> "";
    };
  }

  /** The pod specification of a workload. */
  public static Optional<Located> of(KubernetesObject object) {
    String path = path(object.kind());
    return path.isEmpty() ? Optional.empty() : object.root().get(path);
  }

  /** The labels of the pods of a workload; Services select by them. */
  public static Optional<Located> labels(KubernetesObject object) {
    String path = path(object.kind());
    String above = path.contains(".") ? path.substring(0, path.lastIndexOf('.') + 1) : "";
    return path.isEmpty() ? Optional.empty() : object.root().get(above + "metadata.labels");
  }

  /** The containers that run as long as the pod does; those without an image are left out. */
  public static List<Located> containers(KubernetesObject object) {
    List<Located> containers = new ArrayList<>();
    for (Located container :
        of(object).flatMap(spec -> spec.at("containers")).map(Located::items).orElse(List.of())) {
      if (container.at("image").isPresent()) {
        containers.add(container);
      }
    }
    return containers;
  }
}
