package godmode.detectors;

import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.Platform;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.Skipped;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All detectors, and the run of all of them. */
public final class Detectors {
  /** Who speaks of what readers could not read. */
  static final String READER = "reader";

  private Detectors() {}

  /** The detectors on the class path, sorted by id. */
  public static List<Detector> onClassPath() {
    List<Detector> found = new ArrayList<>();
    ServiceLoader.load(Detector.class).forEach(found::add);
    found.sort(Comparator.comparing(Detector::id));
    return List.copyOf(found);
  }

  /**
   * What the detectors on the class path find, detector by detector; then what could not be read.
   *
   * @throws DetectorDefect if a detector threw, after all others have run
   */
  public static List<Evidence> run(RepositorySnapshot snapshot, Technologies known) {
    return run(onClassPath(), Units.of(snapshot), known);
  }

  /** As {@link #run(RepositorySnapshot, Technologies)}, with these detectors and units. */
  public static List<Evidence> run(List<Detector> detectors, Units units, Technologies known) {
    List<Evidence> found = new ArrayList<>();
    List<DetectorDefect.Cause> causes = new ArrayList<>();
    for (Detector detector : detectors) {
      try {
        detector.detect(units, known, found::add);
      } catch (RuntimeException | StackOverflowError defect) {
        causes.add(new DetectorDefect.Cause(detector.id(), defect));
      }
    }
    for (ReadProblem problem : units.problems()) {
      found.add(unreadable(problem.at(), problem.what()));
    }
    for (Skipped skipped : units.snapshot().skipped()) {
      found.add(unreadable(Place.startOf(skipped.path()), skipped.why()));
    }
    if (!causes.isEmpty()) {
      throw new DetectorDefect(causes, found);
    }
    return List.copyOf(found);
  }

  private static Evidence unreadable(Place at, String why) {
    return new Evidence(
        new Claim.Unreadable(why),
        at,
        READER,
        Directness.STATED,
        new Evidence.Source(at.file(), Platform.APPLICATION, Environment.DEFAULT));
  }
}
