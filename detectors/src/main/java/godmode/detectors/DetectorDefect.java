package godmode.detectors;

import godmode.core.evidence.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Detectors threw, which is a defect in them whatever the input was. What the others found is kept,
 * so that the run can go on and say at its end what went wrong.
 */
public final class DetectorDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One detector that threw.
   *
   * @param detector its id
   */
  public record Cause(String detector, Throwable thrown) {}

  private final transient List<Cause> causes;
  private final transient List<Evidence> evidence;

  DetectorDefect(List<Cause> causes, List<Evidence> evidence) {
    super(
        causes.stream()
            .map(cause -> "detector " + cause.detector() + " threw " + cause.thrown())
            .collect(Collectors.joining("; ")),
        causes.get(0).thrown());
    this.causes = List.copyOf(causes);
    this.evidence = List.copyOf(evidence);
  }

  /** The detectors that threw, in the order they ran. */
  public List<Cause> causes() {
    return causes;
  }

  /** What all detectors found, those that threw until then included. */
  public List<Evidence> evidence() {
    return evidence;
  }
}
