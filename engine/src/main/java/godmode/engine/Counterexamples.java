package godmode.engine;

import godmode.core.design.Design;
import godmode.core.evidence.Environment;
import godmode.core.review.ChecklistItem;
import godmode.core.review.CounterexampleFinder;
import godmode.core.review.CounterexampleFinder.Budget;
import godmode.core.review.Finding;
import godmode.core.review.Judgement;
import godmode.core.review.Notice;
import godmode.core.review.Outcome;
import godmode.core.review.Review;
import godmode.core.review.Search;
import godmode.core.review.Tried;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs the models behind a review: a violated rule gets its shortest schedule, and a rule that
 * holds the bounds in which every schedule was tried. The budget is counted in states and not in
 * time, so that the same input gives the same bytes on every machine.
 */
final class Counterexamples {
  /** Where one search gives up, in distinct states. */
  static final int STATES_EACH_MAX = 30_000;

  /** Where all searches of a review together do, in distinct states; about a second. */
  static final int STATES_MAX = 600_000;

  private final CounterexampleFinder finder;
  private final Review review;
  private final List<Notice> notices = new ArrayList<>();
  private int left;

  private Counterexamples(CounterexampleFinder finder, Review review, int statesMax) {
    this.finder = finder;
    this.review = review;
    this.left = statesMax;
  }

  /** The review with what the models show. */
  static Review shown(Review review, CounterexampleFinder finder) {
    return shown(review, finder, STATES_MAX);
  }

  static Review shown(Review review, CounterexampleFinder finder, int statesMax) {
    Counterexamples models = new Counterexamples(finder, review, statesMax);
    List<Finding> findings = review.findings().stream().map(models::shown).toList();
    return review.showing(findings, models.tried(), models.notices);
  }

  private Finding shown(Finding finding) {
    if (left <= 0 || !finder.rules().contains(finding.rule())) {
      return finding;
    }
    Search end = finder.find(finding, design(finding.environments().get(0)), budget());
    return spent(end) instanceof Search.Found found
        ? finding.shownBy(found.counterexample())
        : finding;
  }

  private Budget budget() {
    return Budget.ofStates(Math.min(left, STATES_EACH_MAX));
  }

  private Search spent(Search end) {
    left -=
        end.<Integer>match(
            found -> found.counterexample().states(),
            Search.Exhausted::states,
            Search.BudgetSpent::states,
            none -> 0);
    return end;
  }

  private Design design(Environment environment) {
    return review.designs().stream()
        .filter(design -> design.environment().equals(environment))
        .findFirst()
        .orElseGet(review::design);
  }

  /** What makes two searches of several environments one row. */
  private record Row(
      String rule,
      ChecklistItem item,
      String component,
      String subject,
      String claim,
      List<String> bounds,
      int states,
      boolean complete,
      List<String> reached) {}

  private List<Tried> tried() {
    Map<Row, TreeSet<Environment>> rows = new LinkedHashMap<>();
    for (Judgement judgement : review.judgements()) {
      if (judgement.outcome() instanceof Outcome.Holds && left > 0) {
        row(judgement)
            .ifPresent(
                row ->
                    rows.computeIfAbsent(row, unused -> new TreeSet<>())
                        .add(judgement.environment()));
      }
    }
    List<Tried> tried = new ArrayList<>();
    rows.forEach(
        (row, environments) ->
            tried.add(
                new Tried(
                    row.rule(),
                    row.item(),
                    row.component(),
                    row.subject(),
                    List.copyOf(environments),
                    row.claim(),
                    row.bounds(),
                    row.states(),
                    row.complete(),
                    row.reached())));
    return tried;
  }

  private Optional<Row> row(Judgement judgement) {
    if (!finder.rules().contains(judgement.rule())) {
      return Optional.empty();
    }
    Search end =
        spent(
            finder.find(
                judgement.rule(), judgement.subject(), design(judgement.environment()), budget()));
    return end.match(
        found -> contradicted(judgement),
        // A claim is only shown where something happened that could have broken it.
        all ->
            all.reached().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    row(judgement, all.claim(), all.bounds(), all.states(), all.reached())),
        some -> Optional.of(spent(judgement, some)),
        none -> Optional.empty());
  }

  /** Rule and model are two opinions; a reader must hear it when they differ. */
  private Optional<Row> contradicted(Judgement judgement) {
    notices.add(
        new Notice(
            judgement.rule()
                + " holds for "
                + judgement.subject().id()
                + ", and its model finds a schedule that goes wrong; please report this, and look"
                + " at: godmode simulate "
                + judgement.rule()
                + " --on "
                + judgement.subject().id(),
            false));
    return Optional.empty();
  }

  private static Row row(
      Judgement judgement, String claim, List<String> bounds, int states, List<String> reached) {
    return new Row(
        judgement.rule(),
        judgement.item(),
        judgement.subject().component(),
        judgement.subject().id(),
        claim,
        bounds,
        states,
        true,
        reached);
  }

  private static Row spent(Judgement judgement, Search.BudgetSpent some) {
    return new Row(
        judgement.rule(),
        judgement.item(),
        judgement.subject().component(),
        judgement.subject().id(),
        some.claim(),
        some.bounds(),
        some.states(),
        false,
        List.of());
  }
}
