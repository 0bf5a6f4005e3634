package godmode.templates.text;

import godmode.core.evidence.Environment;
import godmode.core.report.ReportRequest;
import godmode.core.review.Counterexample;
import godmode.core.review.Search;
import godmode.core.review.Simulation;
import java.util.List;
import java.util.Locale;

/** What one model showed, every step of it. */
public final class SimulationText {
  private final Page page;
  private final String command;

  private SimulationText(Page page, String command) {
    this.page = page;
    this.command = command;
  }

  /**
   * The text.
   *
   * @param command runs the model again
   */
  public static String of(Simulation simulation, String command, ReportRequest request) {
    Page page = Page.of(request);
    Environment in = simulation.environment();
    page.heading(
        simulation.rule()
            + (simulation.subject().isEmpty() ? "" : " on " + simulation.subject())
            + (in.equals(Environment.DEFAULT) ? "" : " in " + in.name()));
    new SimulationText(page, command).end(simulation.end());
    return page.toString();
  }

  private Page end(Search end) {
    return end.<Page>match(
        this::found, this::exhausted, this::spent, none -> page.line(none.why()));
  }

  private void asked(String claim, List<String> bounds) {
    page.paragraph(2, claim);
    page.paragraph(page.ink()::faint, 2, "tried: " + String.join(", ", bounds));
    page.blank();
  }

  private Page found(Search.Found found) {
    Counterexample how = found.counterexample();
    asked(how.claim(), how.bounds());
    int number = 0;
    for (Counterexample.Step step : how.steps()) {
      number++;
      String change = step.change().isEmpty() ? "" : " [" + step.change() + "]";
      Page.Paint paint = step.isFault() ? page.ink()::warn : Page.Paint.NONE;
      page.item(
          paint, String.format(Locale.ROOT, "%4d.", number), 6, paint, step.sentence() + change);
    }
    page.item(page.ink()::bad, "   =>", 6, page.ink()::strong, how.ending());
    page.blank();
    if (how.isWrong()) {
      page.paragraph(
          0,
          "Goes wrong: no schedule of fewer steps does; "
              + count(how.states())
              + " were looked at.");
    }
    return page.paragraph(page.ink()::faint, 0, command + " --replay " + how.token());
  }

  private Page exhausted(Search.Exhausted all) {
    asked(all.claim(), all.bounds());
    page.paragraph(
        0,
        "Holds: every schedule within these bounds was tried, "
            + count(all.states())
            + ", and none goes wrong.");
    page.paragraph(
        0,
        all.reached().isEmpty()
            ? "But nothing of what the claim is about happens in any of them: it is empty here."
            : "In some of them " + String.join("; in some ", all.reached()) + ".");
    return page.paragraph(
        page.ink()::faint, 0, "It says nothing of what is outside the bounds, or of the code.");
  }

  private Page spent(Search.BudgetSpent some) {
    asked(some.claim(), some.bounds());
    return page.paragraph(
        0,
        "Not decided: "
            + limit(some)
            + "; no schedule of fewer than "
            + some.depth()
            + " steps goes wrong. Nothing is known of longer ones.");
  }

  private static String limit(Search.BudgetSpent some) {
    return switch (some.limit()) {
      case STATES -> "the limit of states was reached, after " + count(some.states());
      case MEMORY -> "the limit of memory was reached, after " + count(some.states());
      case WATCH -> "stopped after " + count(some.states());
    };
  }

  private static String count(int states) {
    return String.format(Locale.ROOT, "%,d", states) + (states == 1 ? " state" : " states");
  }
}
