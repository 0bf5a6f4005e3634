package godmode.detectors.kubernetes;

import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Map;

/**
 * A label selector of the Kubernetes API: {@code matchLabels} and {@code matchExpressions}, all of
 * which must hold. An empty selector picks everything, an absent one nothing.
 */
final class LabelSelector {
  private LabelSelector() {}

  /** Whether a selector picks pods with these labels. */
  static boolean picks(Located selector, Map<String, String> labels) {
    if (!selector.isMapping()) {
      return false;
    }
    Map<String, String> wanted =
        selector.at("matchLabels").map(KubernetesObject::texts).map(Map::copyOf).orElse(Map.of());
    List<Located> expressions =
        selector.at("matchExpressions").map(Located::items).orElse(List.of());
    return wanted.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
        && expressions.stream().allMatch(expression -> holds(expression, labels));
  }

  private static boolean holds(Located expression, Map<String, String> labels) {
    String label = labels.get(expression.text("key").orElse(""));
    List<String> values =
        expression.at("values").map(Located::items).orElse(List.of()).stream()
            .flatMap(value -> value.text().stream())
            .toList();
    return switch (expression.text("operator").orElse("")) {
      case "In" -> label != null && values.contains(label);
      case "NotIn" -> label == null || !values.contains(label);
      case "Exists" -> label != null;
      case "DoesNotExist" -> label == null;
      default -> false;
    };
  }
}
