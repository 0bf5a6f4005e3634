package godmode.templates.chaos;

import godmode.core.decide.ChaosPlan.Experiment;

/**
 * A manifest of Chaos Mesh: https://chaos-mesh.org/docs. The labels of the pods and the namespace
 * are filled in by the script, which asks the cluster for them: what a repository calls a component
 * is not always how its pods are labelled.
 */
final class Manifest {
  private Manifest() {}

  static String of(String slug, Experiment it) {
    StringBuilder out = new StringBuilder();
    out.append(Shell.comment(it.name())).append('\n');
    out.append(Shell.comment("must hold: " + it.mustHold())).append('\n');
    out.append("apiVersion: chaos-mesh.org/v1alpha1\n");
    out.append("kind: ").append(kind(it)).append('\n');
    out.append("metadata:\n  name: ").append(slug).append('\n');
    out.append("  namespace: \"@NAMESPACE@\"\n");
    out.append("spec:\n  mode: one\n");
    out.append("  duration: ").append(it.duration().replaceAll("\\D", "")).append("s\n");
    selector(out, "  ");
    switch (it.fault()) {
      case PARTITION -> target(out.append("  action: partition\n  direction: both\n"));
      case ONE_WAY -> target(out.append("  action: partition\n  direction: to\n"));
      case DELAY ->
          out.append("  action: delay\n  delay:\n    latency: 500ms\n    jitter: 200ms\n");
      case KILL -> out.append("  action: pod-kill\n  gracePeriod: 0\n");
      case PAUSE -> out.append("  action: pod-failure\n");
      case SKEW -> out.append("  timeOffset: 30s\n");
    }
    return out.toString();
  }

  private static String kind(Experiment it) {
    return switch (it.fault()) {
      case PARTITION, ONE_WAY, DELAY -> "NetworkChaos";
      case KILL, PAUSE -> "PodChaos";
      case SKEW -> "TimeChaos";
    };
  }

  private static void selector(StringBuilder out, String indent) {
    out.append(indent).append("selector:\n");
    out.append(indent).append("  namespaces: [\"@NAMESPACE@\"]\n");
    out.append(indent).append("  labelSelectors: \"@LABELS@\"\n");
  }

  /** The members that the one is cut off from: all of them, and itself, which is not affected. */
  private static void target(StringBuilder out) {
    out.append("  target:\n    mode: all\n");
    selector(out, "    ");
  }
}
