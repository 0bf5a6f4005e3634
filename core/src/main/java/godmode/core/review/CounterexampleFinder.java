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
   * @param bytesMax where it does, in bytes of memory that its states take, about
   */
  record Budget(int statesMax, long bytesMax, Watch watch) {
    /** So many states, however much memory they take, and never stopped from outside. */
    public static Budget ofStates(int statesMax) {
      return new Budget(statesMax, Long.MAX_VALUE, Watch.NOBODY);
    }

    /** The limit that a search has come to; empty while it has not. */
    public Optional<Limit> spent(int states, long bytes) {
      return states > statesMax
          ? Optional.of(Limit.STATES)
          : bytes > bytesMax ? Optional.of(Limit.MEMORY) : Optional.empty();
    }
  }

  /** What ended a search. */
  enum Limit {
    STATES,
    MEMORY,
    /** Whoever watched it ended it: time ran out, or somebody interrupted. */
    WATCH
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
