package godmode.detectors.kubernetes;

import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.detectors.read.yaml.Located;
import java.util.Optional;

/**
 * How many pods a drain may take away at once, as a PodDisruptionBudget says it: a number, or a
 * percentage of the replicas, rounded up ("Specifying a Disruption Budget", Kubernetes).
 */
final class DisruptionBudget {
  private DisruptionBudget() {}

  /**
   * The limit in a mapping with {@code minAvailable} or {@code maxUnavailable}.
   *
   * @param replicas how many there are, where that is known
   */
  static Optional<Said<Integer>> in(Located budget, Optional<Integer> replicas) {
    return limit(budget, "maxUnavailable", Attributes.MAX_UNAVAILABLE, replicas)
        .or(() -> limit(budget, "minAvailable", Attributes.MIN_AVAILABLE, replicas));
  }

  private static Optional<Said<Integer>> limit(
      Located budget, String field, Attribute<Integer> attribute, Optional<Integer> replicas) {
    Optional<Located> written = budget.at(field).filter(value -> !value.isNull());
    return written
        .flatMap(value -> number(value, replicas))
        .map(number -> Said.stated(attribute, number, written.get().place()));
  }

  private static Optional<Integer> number(Located value, Optional<Integer> replicas) {
    String text = value.written().strip();
    if (text.matches("\\d{1,5}")) {
      return Optional.of(Integer.valueOf(text));
    }
    if (text.matches("\\d{1,3}%") && replicas.isPresent()) {
      int percent = Integer.parseInt(text.substring(0, text.length() - 1));
      return Optional.of((percent * replicas.get() + 99) / 100);
    }
    return Optional.empty();
  }
}
