package godmode.rules.topology;

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

/** Flags requests that call one other service again and again. */
@AutoService(Rule.class)
@RuleCard(
    title = "one request calls another service again and again",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "Dean and Barroso, The Tail at Scale, CACM 56(2), 2013",
      "https://learn.microsoft.com/en-us/azure/architecture/antipatterns/chatty-io/"
    },
    answers = false)
public final class ChattyCalls implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.REPEATED_CALL;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.CALLED), flow.fact(Attributes.CALLS_MADE))
        .then(
            (host, times) ->
                times.equals("2 times") || times.equals("1 times")
                    ? holds("one request of %s calls %s %s", flow.id(), host, times)
                    : hazard(flow, host, times));
  }

  private static Outcome hazard(Flow flow, String host, String times) {
    return violated(
            times.startsWith("once for each") ? Severity.WARNING : Severity.INFO,
            "one request of %s calls %s %s",
            flow.id(),
            host,
            times)
        .because(
            "It waits for all of them, one after the other, and fails when one fails. If one call"
                + " in a hundred is slow, more than half of all requests with seventy calls are.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s answer for many at once, and call it once; or keep a copy of what is"
                    + " asked.",
                host));
  }
}
