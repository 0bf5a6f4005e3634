package godmode.detectors.spring;

import godmode.core.evidence.Claim;
import godmode.core.evidence.Evidence;
import godmode.core.fact.Directness;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.MemorySnapshot;
import java.util.ArrayList;
import java.util.List;

/** What a detector says, as lines to compare. */
public final class Said {
  private Said() {}

  /** {@code a.yml:3 path:orders -> db data postgresql orders}, with {@code ~} if inferred. */
  public static List<String> by(Detector detector, MemorySnapshot files) {
    List<Evidence> found = new ArrayList<>();
    detector.detect(Units.of(files), FewTechnologies.get(), found::add);
    return found.stream().map(Said::line).toList();
  }

  private static String line(Evidence evidence) {
    String environment = evidence.source().environment().toString();
    return (evidence.at() + " " + (evidence.directness() == Directness.INFERRED ? "~" : ""))
        + claim(evidence.claim())
        + (environment.equals("default") ? "" : " [" + environment + "]");
  }

  private static String claim(Claim claim) {
    if (claim instanceof Claim.ConnectionSeen seen) {
      String properties =
          String.join("", seen.properties().stream().map(said -> " " + said.value()).toList());
      return seen.source()
          + " -> "
          + seen.target()
          + " "
          + seen.kind().word()
          + " "
          + seen.protocol()
          + properties;
    }
    if (claim instanceof Claim.ComponentSeen seen) {
      return seen.name()
          + " is "
          + seen.type().map(type -> type.word()).orElse("-")
          + " "
          + seen.technology().orElse("-");
    }
    if (claim instanceof Claim.SameAs same) {
      return same.name() + " = " + same.other();
    }
    if (claim instanceof Claim.CalledAlso also) {
      return also.name() + " also " + also.other();
    }
    return claim.toString();
  }
}
