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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flags services that wait for each other in a circle. */
@AutoService(Rule.class)
@RuleCard(
    title = "services call each other in a circle",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "Taibi and Lenarduzzi, On the Definition of Microservice Bad Smells, IEEE Software 35(3),"
          + " 2018",
      "https://learn.microsoft.com/en-us/azure/architecture/microservices/design/interservice-communication"
    },
    answers = false)
public final class CyclicCalls implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    List<String> circle = CallGraph.circle(service.id(), design);
    if (CallGraph.of(service.id(), design).isEmpty()) {
      return notApplicable("%s calls no other service", service.id());
    }
    if (circle.isEmpty()) {
      return holds("no call of %s comes back to it", service.id());
    }
    if (circle.stream().anyMatch(other -> other.compareTo(service.id()) < 0)) {
      return notApplicable("the circle of %s is told of another in it", service.id());
    }
    List<String> closed = new ArrayList<>(circle);
    closed.add(service.id());
    List<Fact<Boolean>> facts = CallGraph.facts(closed, design);
    List<Missing> missing = Reading.missing(facts);
    return missing.isEmpty()
        ? hazard(service, closed, facts).along(CallGraph.steps(closed, design))
        : new Outcome.Undecided(missing);
  }

  private static Outcome hazard(Service service, List<String> circle, List<Fact<Boolean>> facts) {
    String path = String.join(" -> ", circle);
    return violated(Severity.WARNING, "calls of %s come back to it: %s", service.id(), path)
        .because(
            "Each needs another of them to be up. When one is slow, its callers wait; where one"
                + " request goes all the way round, it waits for them too, until the threads of all"
                + " are used up.")
        .fix(
            String.format(
                Locale.ROOT,
                "Turn one of the %d calls into a message, or move what they share into a service"
                    + " that calls none of them.",
                circle.size() - 1),
            facts.toArray(Fact<?>[]::new));
  }
}
