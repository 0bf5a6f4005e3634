package godmode.rules.resilience;

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
import java.time.Duration;
import java.util.Locale;

/** Flags callers that give up before what they wait for does. */
@AutoService(Rule.class)
@RuleCard(
    title = "a caller gives up while its call goes on",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://resilience4j.readme.io/docs/timeout",
      "https://sre.google/sre-book/addressing-cascading-failures/"
    },
    answers = false)
public final class InvertedTimeout implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.NESTED_WAIT;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.OUTER_WAIT), flow.fact(Attributes.LONGEST_WAIT))
        .then(
            (outer, inner) ->
                outer.compareTo(inner) < 0
                    ? hazard(flow, outer, inner)
                    : holds(
                        "%s waits %s, longer than the call inside, %s",
                        flow.id(), ms(outer), ms(inner)));
  }

  private static Outcome hazard(Flow flow, Duration outer, Duration inner) {
    return violated(
            Severity.WARNING,
            "the code in %s gives up after %s, and the call inside waits up to %s",
            flow.id(),
            ms(outer),
            ms(inner))
        .because(
            "The caller hears of a failure while the call goes on: it holds its thread and its"
                + " connection, and may still change what was reported as failed.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set the read time-out of the client below %s, or let %s wait longer than %s.",
                ms(outer),
                flow.id(),
                ms(inner)));
  }

  private static String ms(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
