package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.CallGraph;
import godmode.core.design.Design;
import godmode.core.design.Service;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Missing;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.List;
import java.util.Locale;

/** Flags requests that wait for a long row of services. */
@AutoService(Rule.class)
@RuleCard(
    title = "a request can wait for a long row of services",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "Dean and Barroso, The Tail at Scale, CACM 56(2), 2013",
      "https://learn.microsoft.com/en-us/azure/architecture/microservices/design/interservice-communication"
    },
    answers = false)
public final class DeepCallChain implements Rule.OfService {
  private static final int CALLS_MAX = 3;

  @Override
  public Outcome judge(Service service, Design design) {
    if (CallGraph.of(service.id(), design).isEmpty()) {
      return notApplicable("%s calls no other service", service.id());
    }
    if (CallGraph.isCalled(service.id(), design)) {
      return notApplicable("the row through %s is told of who begins it", service.id());
    }
    List<String> row = CallGraph.longest(service.id(), design);
    List<Fact<Boolean>> facts = CallGraph.facts(row, design);
    List<Missing> missing = Reading.missing(facts);
    if (row.size() - 1 <= CALLS_MAX) {
      return holds(
          "a request of %s waits for at most %d calls in a row", service.id(), row.size() - 1);
    }
    return missing.isEmpty()
        ? hazard(service, row, facts).along(CallGraph.steps(row, design))
        : new Outcome.Undecided(missing);
  }

  private static Outcome hazard(Service service, List<String> row, List<Fact<Boolean>> facts) {
    return violated(
            Severity.INFO,
            "a request of %s can wait for %d calls in a row: %s",
            service.id(),
            row.size() - 1,
            String.join(" -> ", row))
        .because(
            "One that makes them all succeeds only when all do, and is slow when any is. Each call"
                + " in the row makes both more likely.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let messages bring what %s gives to who needs it, so that nobody waits for it.",
                row.get(row.size() - 1)),
            facts.toArray(Fact<?>[]::new));
  }
}
