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
    title = "a message that cannot be handled is dropped",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "https://docs.spring.io/spring-kafka/reference/kafka/annotation-error-handling.html",
      "https://docs.spring.io/spring-kafka/reference/retrytopic.html"
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
                what.startsWith("dropped")
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
        .because(
            "The tries follow each other at once, so that a store which restarts outlasts them. The"
                + " message is then gone, and what it was to change stays as it was.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s fail into a dead-letter topic, after tries that outlast a restart:"
                    + " DefaultErrorHandler with a DeadLetterPublishingRecoverer, or"
                    + " @RetryableTopic.",
                flow.id()));
  }
}
