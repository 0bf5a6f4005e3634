package godmode.rules.clocks;

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

/** Flags readings of wall clocks that decide an order or an identity. */
@AutoService(Rule.class)
@RuleCard(
    title = "a wall clock decides what comes first",
    item = ChecklistItem.CONFLICT_RESOLUTION,
    since = "0.1",
    sources = {
      "Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, CACM 1978",
      "https://jepsen.io/analyses/cassandra",
      "https://cloud.google.com/spanner/docs/true-time-external-consistency"
    },
    answers = false)
public final class WallClockOrder implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.CLOCK_READING;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.CLOCK), flow.fact(Attributes.DECIDES))
        .then(
            (clock, decides) ->
                decides.equals("nothing")
                    ? holds("%s only shows what %s says", flow.id(), clock)
                    : hazard(flow, clock, decides));
  }

  private static Outcome hazard(Flow flow, String clock, String decides) {
    return violated(Severity.WARNING, "the code in %s lets %s decide %s", flow.id(), clock, decides)
        .because(
            "Clocks of two machines differ, and step back when they are set. A write from a "
                + "machine whose clock is behind is refused although it is newer, and two in one "
                + "millisecond are taken for one.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let the store count in %s: a version that it compares, a sequence, an offset of "
                    + "the log. For identities take a UUID.",
                flow.id()));
  }
}
