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

/** Flags Services that pass requests on to a port on which the application does not listen. */
@AutoService(Rule.class)
@RuleCard(
    title = "requests are passed on to a port where nothing listens",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports",
      "https://docs.spring.io/spring-boot/how-to/webserver.html#howto.webserver.change-port"
    })
public final class MisdirectedRequests implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<Integer> target = service.fact(Attributes.TARGET_PORT);
    if (target instanceof Fact.Unknown) {
      return notApplicable("no Service is seen to miss %s", service.id());
    }
    return Given.facts(target, service.fact(Attributes.LISTEN_PORT))
        .then(
            (to, listens) ->
                to.equals(listens)
                    ? holds("requests reach %s at port %d", service.id(), listens)
                    : missed(service, to, listens));
  }

  private static Outcome missed(Service service, int to, int listens) {
    return violated(
            Severity.WARNING,
            "requests to %s are passed on to port %d, and it listens on %d",
            service.id(),
            to,
            listens)
        .because(
            "Every request through the Service is refused, while the pods run and look well."
                + " Clients that find instances through a registry do not notice; all others fail.")
        .fix(
            String.format(
                Locale.ROOT,
                "Write 'targetPort: %d' in the Service, or let %s listen on %d.",
                listens,
                service.id(),
                to));
  }
}
