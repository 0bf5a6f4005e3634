package godmode.core.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The order in which evidence is looked at, so that the order of detectors changes nothing. */
final class EvidenceOrder {
  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::at)
          .thenComparing(Evidence::detector)
          .thenComparing(evidence -> evidence.claim().getClass().getSimpleName())
          .thenComparing(evidence -> evidence.claim().toString())
          .thenComparing(evidence -> evidence.source().platform())
          .thenComparing(evidence -> evidence.source().environment())
          .thenComparing(evidence -> evidence.source().unit())
          .thenComparing(Evidence::directness);

  private EvidenceOrder() {}

  /** Each once, by place. */
  static List<Evidence> of(Collection<Evidence> evidence) {
    return List.copyOf(new LinkedHashSet<>(evidence.stream().sorted(ORDER).toList()));
  }

  /** Where they stand, each once. */
  static List<Sighting> sightings(Collection<Evidence> evidence) {
    return evidence.stream()
        .map(seen -> new Sighting(seen.at(), seen.detector()))
        .sorted()
        .distinct()
        .toList();
  }
}
