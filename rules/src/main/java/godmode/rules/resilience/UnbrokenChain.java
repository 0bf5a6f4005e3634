package godmode.rules.resilience;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.CallGraph;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Service;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flags calls in a row of waiting services that go on when the other side does not answer. */
@AutoService(Rule.class)
@RuleCard(
    title = "a row of waiting calls without a circuit breaker",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    sources = {
      "Nygard, Release It!, 2nd edition 2018, chapter 5 (circuit breaker)",
      "https://sre.google/sre-book/addressing-cascading-failures/",
      "https://resilience4j.readme.io/docs/circuitbreaker"
    },
    answers = false)
public final class UnbrokenChain implements Rule.OfFlow {
  /** Services that wait in a row, of which the last is not answered: two calls. */
  private static final int SHORT_ROW = 3;

  @Override
  public FlowKind kind() {
    return FlowKind.AWAITED_CALL;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    Fact<String> called = flow.fact(Attributes.CALLED);
    Fact<String> cut = flow.fact(Attributes.CUT_OFF_BY);
    return Given.facts(called, cut)
        .then(
            (host, by) ->
                by.equals("nothing")
                    ? unprotected(flow, host, design)
                    : holds("calls of %s end by %s when it does not answer", host, by));
  }

  private static Outcome unprotected(Flow flow, String hosts, Design design) {
    List<String> longest = List.of();
    for (String host : hosts.split(", ", -1)) {
      List<String> row = row(flow.owner(), host, design);
      boolean isSent =
          CallGraph.facts(row, design).stream().anyMatch(fact -> Reading.is(fact, false));
      longest = !isSent && row.size() > longest.size() ? row : longest;
    }
    return longest.size() < SHORT_ROW
        ? notApplicable("nobody is known to wait for %s, nor %s for another", flow.owner(), hosts)
        : hazard(flow, hosts, longest);
  }

  /** One that waits for the service, the service, and those it then waits for. */
  private static List<String> row(String owner, String host, Design design) {
    List<String> row = new ArrayList<>();
    CallGraph.callers(owner, design).stream().findFirst().ifPresent(row::add);
    row.add(owner);
    design.services().stream()
        .filter(service -> isNamed(service, host))
        .findFirst()
        .map(service -> CallGraph.longest(service.id(), design))
        .orElse(List.of(host))
        .stream()
        .filter(name -> !row.contains(name))
        .forEach(row::add);
    return row;
  }

  private static boolean isNamed(Service service, String host) {
    return service.id().equalsIgnoreCase(host)
        || service.names().stream().anyMatch(host::equalsIgnoreCase);
  }

  private static Outcome hazard(Flow flow, String hosts, List<String> row) {
    return violated(
            row.size() > SHORT_ROW ? Severity.WARNING : Severity.INFO,
            "requests wait in a row (%s), and %s cuts off none of its calls of %s",
            String.join(" -> ", row),
            flow.id(),
            hosts)
        .because(
            "When the last one is slow, each before it keeps a thread and a connection for every"
                + " request, and fails, too. It is called on and on, so that it cannot recover.")
        .fix(
            String.format(
                Locale.ROOT,
                "Put a circuit breaker around the calls of %s, with an answer that does without,"
                    + " and a limit on how many wait at once.",
                flow.id()));
  }
}
