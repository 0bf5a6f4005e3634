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

/** Flags clients of other processes that wait for an answer with no limit of this design. */
@AutoService(Rule.class)
@RuleCard(
    title = "a client waits for an answer for ever",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    sources = {
      "Nygard, Release It!, 2nd edition 2018, chapter 5 (timeouts)",
      "https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/client/SimpleClientHttpRequestFactory.html",
      "https://docs.spring.io/spring-cloud-openfeign/reference/spring-cloud-openfeign.html#timeout-handling"
    },
    answers = false)
public final class UnboundedWait implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.REMOTE_CLIENT;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.CLIENT), flow.fact(Attributes.ANSWER_TIMEOUT))
        .then(
            (client, limit) ->
                limit.equals("set")
                    ? holds("%s makes %s with a limit on how long it waits", flow.id(), client)
                    : hazard(flow, client, limit));
  }

  private static Outcome hazard(Flow flow, String client, String limit) {
    return violated(
            limit.startsWith("as long") ? Severity.INFO : Severity.WARNING,
            "the code in %s calls with %s, which waits for an answer for %s",
            flow.id(),
            client,
            limit.equals("none") ? "ever" : limit)
        .because(
            "A process that is slow, paused or cut off keeps each of its callers waiting. "
                + "Threads and connections run out, and the caller fails although its own work is "
                + "fine.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s a timeout to connect and one to answer, each shorter than that of "
                    + "whoever calls this service.",
                client));
  }
}
