package godmode.core.review;

import godmode.core.review.CounterexampleFinder.Limit;
import java.util.List;
import java.util.function.Function;

/** What a search for a counterexample ended with. There is no "probably fine". */
public sealed interface Search {
  /** Picks the branch for the kind of end; every kind must be answered for. */
  <R> R match(
      Function<? super Found, ? extends R> found,
      Function<? super Exhausted, ? extends R> exhausted,
      Function<? super BudgetSpent, ? extends R> budgetSpent,
      Function<? super NotModelled, ? extends R> notModelled);

  /** The design goes wrong, and how. */
  record Found(Counterexample counterexample) implements Search {
    @Override
    public <R> R match(
        Function<? super Found, ? extends R> found,
        Function<? super Exhausted, ? extends R> exhausted,
        Function<? super BudgetSpent, ? extends R> budgetSpent,
        Function<? super NotModelled, ? extends R> notModelled) {
      return found.apply(this);
    }
  }

  /**
   * Every schedule within the bounds was tried, and none goes wrong.
   *
   * @param claim what held in all of them, as a sentence
   * @param states distinct states, all of them
   * @param reached what happened in at least one schedule, so that the claim is not empty
   */
  record Exhausted(String claim, List<String> bounds, int states, List<String> reached)
      implements Search {
    public Exhausted {
      bounds = List.copyOf(bounds);
      reached = List.copyOf(reached);
    }

    @Override
    public <R> R match(
        Function<? super Found, ? extends R> found,
        Function<? super Exhausted, ? extends R> exhausted,
        Function<? super BudgetSpent, ? extends R> budgetSpent,
        Function<? super NotModelled, ? extends R> notModelled) {
      return exhausted.apply(this);
    }
  }

  /**
   * The search was stopped first; nothing is known of what it did not reach.
   *
   * @param depth every schedule of fewer steps was tried
   * @param limit what it came to
   */
  record BudgetSpent(String claim, List<String> bounds, int states, int depth, Limit limit)
      implements Search {
    public BudgetSpent {
      bounds = List.copyOf(bounds);
    }

    @Override
    public <R> R match(
        Function<? super Found, ? extends R> found,
        Function<? super Exhausted, ? extends R> exhausted,
        Function<? super BudgetSpent, ? extends R> budgetSpent,
        Function<? super NotModelled, ? extends R> notModelled) {
      return budgetSpent.apply(this);
    }
  }

  /** There is nothing to run: no model for the rule, or a number of the design is not known. */
  record NotModelled(String why) implements Search {
    @Override
    public <R> R match(
        Function<? super Found, ? extends R> found,
        Function<? super Exhausted, ? extends R> exhausted,
        Function<? super BudgetSpent, ? extends R> budgetSpent,
        Function<? super NotModelled, ? extends R> notModelled) {
      return notModelled.apply(this);
    }
  }
}
