package godmode.core.review;

import godmode.core.design.Design;
import godmode.core.design.Subject;
import java.util.List;
import java.util.Optional;

/** Runs the model behind a rule with the numbers of a design. */
public interface CounterexampleFinder {
  /** Watches a search, and may end it. */
  @FunctionalInterface
  interface Watch {
    /** Sees every state, and ends nothing. */
    Watch NOBODY = (states, depth) -> false;

    /**
     * Asked now and then.
     *
     * @param states distinct states so far
     * @param depth every schedule of fewer steps was tried
     * @return whether the search ends here, with what it has
     */
    boolean stops(int states, int depth);
  }

  /**
   * How long to look.
   *
   * @param statesMax where a search gives up, in distinct states
   */
  record Budget(int statesMax, Watch watch) {
    /** So many states, and never stopped from outside. */
    public static Budget ofStates(int statesMax) {
      return new Budget(statesMax, Watch.NOBODY);
    }
  }

  /** The rules that have a model, sorted by name. */
  List<String> rules();

  /** Whether a rule has a model for this subject with what the design says of it. */
  boolean models(String rule, Subject subject, Design design);

  /** Looks for a shortest schedule in which the hazard of a rule shows on a subject. */
  Search find(String rule, Subject subject, Design design, Budget budget);

  /**
   * Goes through one schedule again.
   *
   * @param token the choices, as a counterexample names them
   * @return empty if no model fits, or if the token names a choice that is not there
   */
  Optional<Counterexample> replay(String rule, Subject subject, Design design, String token);

  /** Looks for the schedule behind a finding. */
  default Search find(Finding finding, Design design, Budget budget) {
    return design.subjects().stream()
        .filter(subject -> subject.id().equals(finding.subject()))
        .filter(subject -> subject.component().equals(finding.component()))
        .filter(subject -> models(finding.rule(), subject, design))
        .findFirst()
        .map(subject -> find(finding.rule(), subject, design, budget))
        .orElseGet(() -> new Search.NotModelled(finding.rule() + " has no model for it"));
  }
}
