package godmode.rules.messaging;

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

/** Flags consumers whose effect happens again with each delivery of a message. */
@AutoService(Rule.class)
@RuleCard(
    title = "a message that is delivered twice has its effect twice",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#semantics",
      "https://www.rabbitmq.com/docs/reliability",
      "https://microservices.io/patterns/communication-style/idempotent-consumer.html"
    },
    answers = false)
public final class RepeatedDelivery implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.MESSAGE_HANDLING;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.EFFECT), flow.fact(Attributes.IDEMPOTENT_BY))
        .then(
            (effect, check) ->
                !check.equals("nothing")
                    ? holds("%s recognises a second delivery by %s", flow.id(), check)
                    : hazard(flow, effect));
  }

  private static Outcome hazard(Flow flow, String effect) {
    return violated(
            Severity.WARNING,
            "the code in %s %s for each delivery of a message, also for the second of the same",
            flow.id(),
            effect)
        .because(
            "Brokers deliver at least once: after a rebalance, a restart or a lost "
                + "acknowledgement the same message comes again. A row that is made anew, and a "
                + "mail, are then there twice.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s keep the id of each message it handled, with a unique constraint, in the"
                    + " transaction of the effect, and skip what it knows. Or derive the key of the"
                    + " row from the message.",
                flow.id()));
  }
}
