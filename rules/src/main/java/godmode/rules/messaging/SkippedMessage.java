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

/** Flags listeners that drop a message which they cannot handle. */
@AutoService(Rule.class)
@RuleCard(
    title = "a message that cannot be handled is dropped, or comes back for ever",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "https://docs.spring.io/spring-kafka/reference/kafka/annotation-error-handling.html",
      "https://docs.spring.io/spring-kafka/reference/retrytopic.html",
      "https://docs.spring.io/spring-amqp/reference/amqp/exception-handling.html",
      "https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/jms/listener/AbstractMessageListenerContainer.html",
      "https://docs.spring.io/spring-cloud-stream/reference/spring-cloud-stream/overview-error-handling.html"
    },
    answers = false)
public final class SkippedMessage implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.MESSAGE_FAILURE;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.EFFECT), flow.fact(Attributes.ON_FAILURE))
        .then(
            (effect, what) ->
                what.startsWith("dropped") || what.startsWith("delivered again")
                    ? hazard(flow, effect, what)
                    : holds("a message that %s cannot handle goes to %s", flow.id(), what));
  }

  private static Outcome hazard(Flow flow, String effect, String what) {
    return violated(
            Severity.WARNING,
            "a message that %s cannot handle is %s, and it %s",
            flow.id(),
            what,
            effect)
        .because(why(what))
        .fix(
            String.format(
                Locale.ROOT,
                "Let what %s cannot handle go to dead letters after tries that outlast a restart,"
                    + " and tell somebody: %s.",
                flow.id(),
                "a DeadLetterPublishingRecoverer or @RetryableTopic for Kafka, a dead-letter"
                    + " exchange with limited retries for RabbitMQ, transacted sessions for JMS"));
  }

  private static String why(String what) {
    if (what.startsWith("delivered again")) {
      return "It takes the place of others, and asks a store that is down, or throws at what is"
          + " wrong with it, as fast as the machine can, until somebody takes it out by hand.";
    }
    return what.endsWith("tries")
        ? "The tries follow each other within seconds, so that a store which restarts outlasts"
            + " them. The message is then gone, and what it was to change stays as it was."
        : "Its broker takes it as handled, though a store may only have restarted. It is gone, and"
            + " what it was to change stays as it was.";
  }
}
