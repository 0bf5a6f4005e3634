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
import java.util.Locale;

/** Flags retries around what has an effect each time it is done. */
@AutoService(Rule.class)
@RuleCard(
    title = "what cannot be done twice is tried again",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/",
      "https://datatracker.ietf.org/doc/html/rfc9110#section-9.2.2",
      "https://resilience4j.readme.io/docs/retry"
    },
    answers = false)
public final class RetriedSideEffect implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.RETRIED_CALL;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(
            flow.fact(Attributes.REPEATED_BY),
            flow.fact(Attributes.EFFECT),
            flow.fact(Attributes.IDEMPOTENT_BY))
        .then(
            (by, effect, key) ->
                !key.equals("nothing")
                    ? holds("a second try of %s is recognised by %s", flow.id(), key)
                    : hazard(flow, by, effect));
  }

  private static Outcome hazard(Flow flow, String by, String effect) {
    return violated(
            Severity.WARNING,
            "the code in %s is repeated by %s, and each time it %s",
            flow.id(),
            by,
            effect)
        .because(
            "A call that times out may have been done. The second try does it again: two "
                + "orders, two payments, two mails. Nothing at the other side knows that they are "
                + "one.")
        .fix(
            String.format(
                Locale.ROOT,
                "Send a key with the first try and the same with each further one, and let the"
                    + " receiver answer a key it knows with what it did then. Without that, take"
                    + " the retry off %s.",
                flow.id()));
  }
}
