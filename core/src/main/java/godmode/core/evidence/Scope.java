package godmode.core.evidence;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * In which environments a claim about what runs somewhere holds.
 *
 * <p>It holds where it is made. What the application's own files say for no environment in
 * particular holds wherever all that it speaks of runs, and so does what they say for a profile
 * that no file deploys; profiles for development and test are never taken for anything else.
 */
final class Scope {
  private Scope() {}

  /** Whether it is said by the application for no environment in particular. */
  static boolean isGeneral(Evidence evidence) {
    return evidence.source().platform() == Platform.APPLICATION
        && evidence.source().environment().equals(Environment.DEFAULT);
  }

  /**
   * The environments of a claim.
   *
   * @param common those in which everything it speaks of runs
   */
  static NavigableSet<Environment> of(Evidence evidence, NavigableSet<Environment> common) {
    Environment own = evidence.source().environment();
    boolean spreads =
        isGeneral(evidence)
            || (evidence.source().platform() == Platform.APPLICATION
                && !common.contains(own)
                && !own.isForDevelopment());
    NavigableSet<Environment> found = new TreeSet<>();
    if (spreads) {
      found.addAll(common);
    }
    if (common.contains(own) || found.isEmpty()) {
      found.add(own);
    }
    return found;
  }
}
