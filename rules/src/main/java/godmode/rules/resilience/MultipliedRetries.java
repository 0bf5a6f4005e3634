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

/** Flags retries inside of retries. */
@AutoService(Rule.class)
@RuleCard(
    title = "retries of several layers multiply",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/",
      "https://sre.google/sre-book/handling-overload/"
    },
    answers = false)
public final class MultipliedRetries implements Rule.OfFlow {
  /** Two layers with the default of three tries each. */
  private static final int TRIES_MAX = 9;

  @Override
  public FlowKind kind() {
    return FlowKind.RETRIED_CHAIN;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.TRIES), flow.fact(Attributes.REPEATED_BY))
        .then(
            (tries, by) ->
                tries >= TRIES_MAX
                    ? hazard(flow, tries, by)
                    : holds("%s tries %d times at most", flow.id(), tries));
  }

  private static Outcome hazard(Flow flow, int tries, String by) {
    return violated(Severity.WARNING, "one call of %s is up to %d calls: %s", flow.id(), tries, by)
        .because(
            "Each layer multiplies what the one below it does. A service that fails because it has"
                + " too much to do gets that many times its load.")
        .fix(
            String.format(
                Locale.ROOT,
                "Retry at one layer only, next to the other side, with a growing wait; take the"
                    + " retry off %s.",
                flow.id()));
  }
}
