package godmode.detectors.read.helm;

import java.util.List;
import java.util.Map;

/**
 * What {@code .Capabilities} says without a cluster: a recent Kubernetes with the interfaces it has
 * by itself, as {@code helm template} assumes.
 */
final class Capabilities {
  private static final String VERSION = "v1.31.0";

  private static final List<String> GROUPS =
      List.of(
          "v1",
          "admissionregistration.k8s.io/v1",
          "apps/v1",
          "autoscaling/v1",
          "autoscaling/v2",
          "batch/v1",
          "networking.k8s.io/v1",
          "policy/v1",
          "rbac.authorization.k8s.io/v1",
          "storage.k8s.io/v1");

  private Capabilities() {}

  static Map<String, Object> described() {
    Renderer.Methods interfaces =
        (name, arguments) ->
            name.equals("Has") && !arguments.isEmpty()
                ? (Object) has(Values.text(arguments.get(0)))
                : new Values.Unknown(".Capabilities.APIVersions." + name + " needs a cluster");
    return CollectionFunctions.dict(
        List.of(
            "KubeVersion",
            CollectionFunctions.dict(
                List.of("Version", VERSION, "GitVersion", VERSION, "Major", "1", "Minor", "31")),
            "APIVersions",
            interfaces,
            "HelmVersion",
            CollectionFunctions.dict(List.of("Version", "v3.16.0"))));
  }

  /** {@code apps/v1} and {@code apps/v1/Deployment}. */
  private static boolean has(String version) {
    return GROUPS.stream().anyMatch(g -> version.equals(g) || version.startsWith(g + "/"));
  }
}
