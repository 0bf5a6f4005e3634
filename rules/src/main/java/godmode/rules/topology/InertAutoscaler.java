package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Service;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags services that an autoscaler means and does not reach. */
@AutoService(Rule.class)
@RuleCard(
    title = "an autoscaler scales nothing, because of its target's name",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
      "https://keda.sh/docs/latest/reference/scaledobject-spec/"
    })
public final class InertAutoscaler implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<String> name = service.fact(Attributes.AUTOSCALED_AS);
    if (name instanceof Fact.Unknown) {
      return notApplicable("no autoscaler nearly names %s", service.id());
    }
    return Given.fact(name)
        .then(
            wanted ->
                wanted.equals(service.id())
                    ? holds("its autoscaler names %s", service.id())
                    : inert(service, wanted));
  }

  private static Outcome inert(Service service, String wanted) {
    return violated(
            Severity.WARNING,
            "the autoscaler meant for %s scales %s, of which there is none",
            service.id(),
            wanted)
        .because(
            "An autoscaler whose target does not exist does nothing and stops nobody: the number of"
                + " instances stays what it is, and the load that was to be met is not.")
        .fix(
            String.format(
                Locale.ROOT, "Write 'name: %s' in scaleTargetRef, or take it out.", service.id()));
  }
}
