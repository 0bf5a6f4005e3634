package godmode.detectors.compose;

import godmode.catalog.Catalog;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.Said;
import godmode.core.fact.Directness;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import java.util.ArrayList;
import java.util.List;

/** Runs one detector over Compose files and prints what it claims, one line each. */
final class Detections {
  private static final Technologies KNOWN = Catalog.load();

  private Detections() {}

  /** What a detector makes of {@code compose.yaml}. */
  static List<String> in(Detector detector, String compose) {
    return in(detector, new MemorySnapshot().with("compose.yaml", compose));
  }

  static List<String> in(Detector detector, MemorySnapshot snapshot) {
    List<String> found = new ArrayList<>();
    Units units = Units.of(snapshot);
    detector.detect(units, KNOWN, evidence -> found.add(print(evidence)));
    return found;
  }

  private static String print(Evidence evidence) {
    String file = evidence.at().file();
    String place = file.equals("compose.yaml") ? "" + evidence.at().line() : "" + evidence.at();
    Environment environment = evidence.source().environment();
    return place
        + " "
        + print(evidence.claim())
        + (environment.equals(Environment.DEFAULT) ? "" : " in " + environment)
        + (evidence.directness() == Directness.INFERRED ? " (inferred)" : "");
  }

  private static String print(Claim claim) {
    if (claim instanceof Claim.ComponentSeen seen) {
      return String.join(
              " ",
              seen.name(),
              seen.type().map(ComponentType::word).orElse("-"),
              seen.technology().orElse(""))
          .strip();
    }
    if (claim instanceof Claim.SameAs same) {
      return same.name() + " is " + same.other();
    }
    if (claim instanceof Claim.CalledAlso called) {
      return called.name() + " called " + called.other();
    }
    if (claim instanceof Claim.AttributeSeen seen) {
      return seen.component() + " " + print(List.of(seen.said()));
    }
    if (claim instanceof Claim.AttributeUnread unread) {
      return unread.component() + " " + unread.attribute() + "? " + unread.why();
    }
    if (claim instanceof Claim.ClusterSeen cluster) {
      return cluster.technology() + " cluster of " + String.join(", ", cluster.members());
    }
    if (claim instanceof Claim.ConnectionSeen seen) {
      return String.join(
              " ",
              seen.source(),
              "->",
              seen.target(),
              seen.kind().word(),
              seen.protocol(),
              print(seen.properties()))
          .strip();
    }
    if (claim instanceof Claim.ChannelSeen seen) {
      return (seen.broker() + " has " + seen.channel() + " " + print(seen.properties())).strip();
    }
    return claim.toString();
  }

  private static String print(List<Said<?>> said) {
    List<String> parts = said.stream().map(one -> one.attribute() + "=" + one.value()).toList();
    return String.join(" ", parts);
  }
}
