package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Service;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Flags liveness probes that ask for the health of everything the instance uses. */
@AutoService(Rule.class)
@RuleCard(
    title = "a liveness probe fails with another component",
    item = ChecklistItem.FAILURE_DETECTOR,
    since = "0.1",
    answers = false,
    sources = {
      "https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes",
      "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
      "https://quarkus.io/guides/smallrye-health"
    })
public final class CascadingRestart implements Rule.OfService {

  /** Paths of frameworks whose answer includes every store that the application is connected to. */
  private static final Pattern AGGREGATE =
      Pattern.compile("(/[^?]*)?(/actuator/health|/q/health|/q/health/ready)/?");

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<String> path = service.fact(Attributes.LIVENESS_PATH);
    if (path instanceof Fact.Unknown) {
      return notApplicable("no HTTP probe decides whether %s is restarted", service.id());
    }
    return Given.fact(path)
        .then(
            asked -> {
              List<String> stores = stores(service, design);
              return !AGGREGATE.matcher(asked).matches() || stores.isEmpty()
                  ? holds("%s is restarted for what it does itself", service.id())
                  : cascading(service, asked, stores);
            });
  }

  /** What the health of an application is known to include: stores, and brokers but Kafka. */
  private static List<String> stores(Service service, Design design) {
    return design.clusters().stream()
        .filter(
            store ->
                store.type() == ComponentType.DATABASE
                    || store.type() == ComponentType.CACHE
                    || store.type() == ComponentType.SEARCH
                    || store.runs("rabbitmq"))
        .map(Cluster::id)
        .filter(
            id ->
                design.linksTo(id).stream()
                    .filter(link -> link.kind() != ConnectionKind.DEPENDENCY)
                    .anyMatch(link -> link.source().equals(service.id())))
        .toList();
  }

  private static Outcome cascading(Service service, String path, List<String> stores) {
    String all = String.join(", ", stores);
    return violated(
            Severity.WARNING,
            "%s is restarted when %s does not answer: its liveness probe asks %s",
            service.id(),
            all,
            path)
        .because(
            "That path is down when anything the application uses is down. While it cannot be"
                + " reached for a moment, every instance fails its probe at the same time and is"
                + " killed; all of them start and connect at once when it returns.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let the liveness probe of %s ask its own state only: /actuator/health/liveness in"
                    + " Spring Boot, /q/health/live in Quarkus.",
                service.id()));
  }
}
