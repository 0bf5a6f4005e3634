package godmode.rules.transactions;

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

/**
 * Flags units of work that change a database and send a message, so that a crash between the two
 * makes them differ.
 */
@AutoService(Rule.class)
@RuleCard(
    title = "a database and a broker are changed one after the other",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "Richardson, Microservices Patterns, 2018, chapter 3.3.7 (transactional outbox)",
      "https://debezium.io/documentation/reference/stable/transformations/outbox-event-router.html"
    },
    answers = false)
public final class DualWrite implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.DUAL_WRITE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(
            flow.fact(Attributes.WRITTEN),
            flow.fact(Attributes.SENT_WITH),
            flow.fact(Attributes.OUTBOX))
        .then(
            (written, sender, outbox) ->
                outbox
                    ? holds("%s writes its message to an outbox first", flow.id())
                    : hazard(flow, written, sender));
  }

  private static Outcome hazard(Flow flow, String written, String sender) {
    return violated(
            Severity.WARNING,
            "the code in %s writes %s and sends a message with %s, and a crash between the two"
                + " leaves one without the other",
            flow.id(),
            written,
            sender)
        .because(
            "A database and a broker have no common commit. A process that dies after the "
                + "first of the two, or a second one that fails, leaves a change that nobody is "
                + "told of, or a message about a change that never was.")
        .fix(
            String.format(
                Locale.ROOT,
                "Write the message to an outbox table in the transaction that writes %s, and let "
                    + "a relay or change data capture send it. Or send it first, and change the "
                    + "database where it is received.",
                written));
  }
}
