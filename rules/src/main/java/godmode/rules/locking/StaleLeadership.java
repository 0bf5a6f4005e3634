package godmode.rules.locking;

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

/** Flags writes that rest on an answer about leadership which may be old by then. */
@AutoService(Rule.class)
@RuleCard(
    title = "leadership is asked for, and then acted on",
    item = ChecklistItem.LEADER_ELECTION_FENCING,
    since = "0.1",
    sources = {
      "Burrows, The Chubby Lock Service for Loosely-Coupled Distributed Systems, OSDI 2006, section"
          + " 2.4",
      "https://curator.apache.org/docs/recipes-leader-latch/"
    },
    answers = false)
public final class StaleLeadership implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.LED_WORK;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.EFFECT), flow.fact(Attributes.TOKEN))
        .then(
            (effect, token) ->
                !token.equals("none")
                    ? holds("%s is refused by %s when it is late", flow.id(), token)
                    : hazard(flow, effect));
  }

  private static Outcome hazard(Flow flow, String effect) {
    return violated(
            Severity.WARNING,
            "the code in %s asks whether it is leader, and then %s, whatever has happened in"
                + " between",
            flow.id(),
            effect)
        .because(
            "The answer is old the moment it is given. A pause between the question and the "
                + "write is enough for a second leader, and both write.")
        .fix(
            String.format(
                Locale.ROOT,
                "Send a number that grows with each leader along with what %s writes, and let the"
                    + " store refuse a smaller one; or write under a condition that only one of two"
                    + " can meet.",
                flow.id()));
  }
}
