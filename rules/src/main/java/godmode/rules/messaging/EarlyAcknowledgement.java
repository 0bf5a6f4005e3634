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

/** Flags messages that are acknowledged before, or in spite of, what becomes of them. */
@AutoService(Rule.class)
@RuleCard(
    title = "a message is acknowledged whether or not it was handled",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html",
      "https://www.rabbitmq.com/docs/confirms"
    },
    answers = false)
public final class EarlyAcknowledgement implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.ACKNOWLEDGEMENT;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.ACKNOWLEDGED))
        .then(
            when ->
                when.equals("after")
                    ? holds("%s acknowledges a message after its effect", flow.id())
                    : hazard(flow, when));
  }

  private static Outcome hazard(Flow flow, String when) {
    return violated(
            Severity.WARNING,
            "the code in %s acknowledges a message %s",
            flow.id(),
            when.equals("always") ? "also when handling it failed" : "before its effect")
        .because(
            "What is acknowledged does not come again. When the process dies, or handling "
                + "fails, the message is lost, and nothing but a line in a log tells of it.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s acknowledge as the last thing it does when all went well. Let what fails be"
                    + " thrown, so that it is delivered again, and give the listener a dead-letter"
                    + " topic for what never works.",
                flow.id()));
  }
}
