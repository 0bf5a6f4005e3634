package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.design.Service;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Locale;

/** Flags shared infrastructure of which one instance runs, although several services need it. */
@AutoService(Rule.class)
@RuleCard(
    title = "several services need a component of which one instance runs",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    answers = false,
    sources = {
      "Nygard, Release It!, second edition, 2018",
      "Beyer et al., Site Reliability Engineering, chapter 22, 2016"
    })
public final class SoleInstance implements Rule.OfService {
  private static final int SEVERAL = 2;

  @Override
  public Outcome judge(Service service, Design design) {
    if (!isShared(service.type())) {
      return notApplicable("%s is no shared infrastructure", service.id());
    }
    List<String> users =
        design.linksTo(service.id()).stream()
            .filter(link -> link.kind() != ConnectionKind.DEPENDENCY)
            .map(Link::source)
            .distinct()
            .toList();
    if (users.size() < SEVERAL) {
      return notApplicable("%d %s needs %s", users.size(), "component", service.id());
    }
    return Given.fact(service.fact(Attributes.MEMBERS))
        .then(
            n ->
                n > 1
                    ? holds("%d instances of %s", n, service.id())
                    : alone(service, design, users.size()));
  }

  private static boolean isShared(ComponentType type) {
    return type == ComponentType.CONFIG_SERVER
        || type == ComponentType.DISCOVERY
        || type == ComponentType.AUTH_SERVER
        || type == ComponentType.GATEWAY;
  }

  private static Outcome alone(Service service, Design design, int users) {
    return violated(
            design.environment().isProduction() ? Severity.WARNING : Severity.INFO,
            "%s runs once, and %d components need it",
            service.id(),
            users)
        .because(
            "While it restarts, moves or hangs, none of them gets what it needs from it. What"
                + " starts meanwhile does not come up, if it asks before it serves.")
        .fix(
            String.format(
                Locale.ROOT,
                "Run 2 instances of %s on different nodes, or let what needs it go on with what it"
                    + " got last.",
                service.id()));
  }
}
