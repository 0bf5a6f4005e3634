package godmode.core.review;

import godmode.core.evidence.Step;
import godmode.core.fact.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a rule says about one subject. */
public sealed interface Outcome {
  /** Picks the branch for the kind of outcome; every kind must be answered for. */
  <R> R match(
      Function<? super Holds, ? extends R> holds,
      Function<? super Violated, ? extends R> violated,
      Function<? super Undecided, ? extends R> undecided,
      Function<? super NotApplicable, ? extends R> notApplicable);

  /** The subject is as it should be. */
  static Outcome holds(String because, Object... values) {
    return new Holds(String.format(Locale.ROOT, because, values), List.of());
  }

  /** The rule has nothing to say about the subject. */
  static Outcome notApplicable(String because, Object... values) {
    return new NotApplicable(String.format(Locale.ROOT, because, values));
  }

  /**
   * Begins a finding.
   *
   * @param what a clause that names the subject and carries its numbers; lower case, no full stop
   */
  static Why violated(Severity severity, String what, Object... values) {
    String clause = String.format(Locale.ROOT, what, values);
    return because -> new Remedy(severity, clause, because);
  }

  /** A finding that still owes its reason. */
  @FunctionalInterface
  interface Why {
    /** The mechanism by which it goes wrong, in sentences. */
    Remedy because(String why);
  }

  /** A finding that still owes its remedy. */
  final class Remedy {
    private final Severity severity;
    private final String what;
    private final String because;

    private Remedy(Severity severity, String what, String because) {
      this.severity = severity;
      this.what = what;
      this.because = because;
    }

    /**
     * What to do, as sentences with this design's numbers.
     *
     * @param grounds facts to point at besides those that {@link Given} already opened
     */
    public Outcome fix(String remedy, Fact<?>... grounds) {
      return new Violated(
          severity,
          what,
          because,
          remedy,
          Arrays.stream(grounds).flatMap(fact -> Ground.of(fact).stream()).toList(),
          List.of());
    }
  }

  /** The subject is as it should be, and why. */
  record Holds(String because, List<Ground> grounds) implements Outcome {
    public Holds {
      grounds = List.copyOf(grounds);
    }

    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> holds,
        Function<? super Violated, ? extends R> violated,
        Function<? super Undecided, ? extends R> undecided,
        Function<? super NotApplicable, ? extends R> notApplicable) {
      return holds.apply(this);
    }
  }

  /**
   * The hazard is there.
   *
   * @param path hop by hop from where it begins to where it ends; empty if it is none, or that of
   *     the subject
   */
  record Violated(
      Severity severity,
      String what,
      String because,
      String fix,
      List<Ground> grounds,
      List<Step> path)
      implements Outcome {
    public Violated {
      grounds = List.copyOf(grounds);
      path = List.copyOf(path);
    }

    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> holds,
        Function<? super Violated, ? extends R> violated,
        Function<? super Undecided, ? extends R> undecided,
        Function<? super NotApplicable, ? extends R> notApplicable) {
      return violated.apply(this);
    }
  }

  /** Facts are missing. */
  record Undecided(List<Missing> missing) implements Outcome {
    public Undecided {
      missing = List.copyOf(missing);
    }

    /** Whether a person could decide it: at least one missing fact is a decision. */
    public boolean waitsForDecision() {
      return missing.stream().anyMatch(gap -> gap.attribute().isDecision());
    }

    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> holds,
        Function<? super Violated, ? extends R> violated,
        Function<? super Undecided, ? extends R> undecided,
        Function<? super NotApplicable, ? extends R> notApplicable) {
      return undecided.apply(this);
    }
  }

  /** The hazard cannot exist here, and why. */
  record NotApplicable(String because) implements Outcome {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> holds,
        Function<? super Violated, ? extends R> violated,
        Function<? super Undecided, ? extends R> undecided,
        Function<? super NotApplicable, ? extends R> notApplicable) {
      return notApplicable.apply(this);
    }
  }

  /** This outcome with further facts to point at. */
  default Outcome restingOn(List<Ground> further) {
    return match(
        holds -> new Holds(holds.because(), joined(further, holds.grounds())),
        violated ->
            new Violated(
                violated.severity(),
                violated.what(),
                violated.because(),
                violated.fix(),
                joined(further, violated.grounds()),
                violated.path()),
        undecided -> undecided,
        notApplicable -> notApplicable);
  }

  /** This finding with the way along which it goes wrong; anything else stays. */
  default Outcome along(List<Step> path) {
    return match(
        holds -> holds,
        violated ->
            new Violated(
                violated.severity(),
                violated.what(),
                violated.because(),
                violated.fix(),
                violated.grounds(),
                path),
        undecided -> undecided,
        notApplicable -> notApplicable);
  }

  private static List<Ground> joined(List<Ground> first, List<Ground> second) {
    List<Ground> all = new ArrayList<>(first);
    second.stream().filter(ground -> !all.contains(ground)).forEach(all::add);
    return all;
  }
}
