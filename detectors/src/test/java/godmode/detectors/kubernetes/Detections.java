package godmode.detectors.kubernetes;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Evidence;
import godmode.core.fact.Directness;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import java.util.ArrayList;
import java.util.List;

/** Runs one detector over manifests and prints what it claims, one line each. */
final class Detections {
  private static final Technologies KNOWN = Catalog.load();

  private Detections() {}

  /** What a detector makes of one file, {@code a.yaml}. */
  static List<String> in(Detector detector, String manifest) {
    return in(detector, new MemorySnapshot().with("a.yaml", manifest));
  }

  static List<String> in(Detector detector, MemorySnapshot snapshot) {
    List<String> found = new ArrayList<>();
    Units units = Units.of(snapshot);
    detector.detect(units, KNOWN, evidence -> found.add(print(evidence)));
    return found;
  }

  private static String print(Evidence evidence) {
    String claim =
        evidence
            .claim()
            .toString()
            .replaceAll("Attribute\\[name=([a-z-]+)[^]]*]", "$1")
            .replaceAll(
                "Said\\[attribute=([a-z-]+), value=([^,]+), at=[^,]+, directness=(\\w+)]",
                "$1=$2 $3")
            .replaceAll("Optional\\[?([^],]*)]?", "$1");
    String inferred = evidence.directness() == Directness.INFERRED ? " (inferred)" : "";
    return evidence.at() + " " + claim + inferred;
  }
}
