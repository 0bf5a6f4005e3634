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

/** Flags services whose instances get requests as soon as their process runs. */
@AutoService(Rule.class)
@RuleCard(
    title = "requests go to instances that cannot serve yet",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
      "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment"
    })
public final class UnreadyTraffic implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<Boolean> probe = service.fact(Attributes.READINESS_PROBE);
    if (probe instanceof Fact.Unknown) {
      return notApplicable("no Service of a cluster sends requests to %s", service.id());
    }
    return Given.fact(probe)
        .then(
            asked ->
                asked
                    ? holds("%s is asked whether it can serve", service.id())
                    : unready(service, design));
  }

  private static Outcome unready(Service service, Design design) {
    return violated(
            design.environment().isProduction() ? Severity.WARNING : Severity.INFO,
            "%s gets requests as soon as its container runs: it has no readiness probe",
            service.id())
        .because(
            "Without a probe an instance counts as ready when its process has started. Each update"
                + " sends requests to instances that are still starting, and takes away the old"
                + " ones on the strength of that; an instance that hangs goes on getting its share.")
        .fix(
            String.format(
                Locale.ROOT,
                "Give %s a readinessProbe that asks the instance itself, and not what it calls.",
                service.id()));
  }
}
