package godmode.detectors;

import godmode.detectors.read.ReadProblem;
import java.util.Collection;

/** Where readers put what they could not read. */
@FunctionalInterface
public interface ProblemSink {
  void accept(ReadProblem problem);

  /** Puts in several. */
  default void acceptAll(Collection<ReadProblem> problems) {
    problems.forEach(this::accept);
  }
}
