package godmode.rules.updates;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags conditional updates whose result nobody looks at. */
@AutoService(Rule.class)
@RuleCard(
    title = "an update that did not take place passes for one that did",
    item = ChecklistItem.CONFLICT_RESOLUTION,
    since = "0.1",
    sources = {
      "https://jakarta.ee/specifications/persistence/3.1/jakarta-persistence-spec-3.1#a2061",
      "Kung and Robinson, On Optimistic Methods for Concurrency Control, TODS 1981"
    },
    answers = false)
public final class IgnoredConflict implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.CONDITIONAL_UPDATE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.CALLED), flow.fact(Attributes.CHECKED_BY))
        .then(
            (called, check) ->
                !check.equals("nothing")
                    ? holds("%s looks at %s", flow.id(), check)
                    : hazard(flow, called));
  }

  private static Outcome hazard(Flow flow, String called) {
    return violated(
            Severity.WARNING,
            "the code in %s calls %s and does not look at what it returns",
            flow.id(),
            called)
        .because(
            "The update takes place only if nobody else wrote in between, and says so by its "
                + "result. When that is thrown away, work goes on as if the row had been changed.")
        .fix(
            String.format(
                Locale.ROOT,
                "Compare the result of %s with 1, and read again, give up or tell the caller when"
                    + " it is 0.",
                called));
  }
}
