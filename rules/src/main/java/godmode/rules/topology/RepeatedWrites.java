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
import java.util.List;
import java.util.Locale;

/** Flags gateways and clients that repeat requests which are not idempotent. */
@AutoService(Rule.class)
@RuleCard(
    title = "requests that change something are sent again by themselves",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    answers = false,
    sources = {
      "https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2",
      "https://docs.spring.io/spring-cloud-gateway/reference/spring-cloud-gateway-server-webflux/gatewayfilter-factories/retry-factory.html",
      "Helland, Idempotence Is Not a Medical Condition, ACM Queue 10(4) 2012"
    })
public final class RepeatedWrites implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<String> methods = service.fact(Attributes.REPEATED_METHODS);
    if (methods instanceof Fact.Unknown) {
      return notApplicable("nothing repeats the requests of %s", service.id());
    }
    return Given.fact(methods)
        .then(
            repeated -> {
              List<String> writes =
                  List.of(repeated.split(",", -1)).stream()
                      .filter(method -> method.equals("POST") || method.equals("PATCH"))
                      .toList();
              return writes.isEmpty()
                  ? holds("%s repeats %s only", service.id(), repeated)
                  : repeats(service, String.join(" and ", writes));
            });
  }

  private static Outcome repeats(Service service, String writes) {
    return violated(
            Severity.WARNING,
            "%s sends %s requests again when no answer comes",
            service.id(),
            writes)
        .because(
            "No answer does not mean that nothing was done: the request may have been carried out,"
                + " and only its answer lost or late. The order is then placed, or the card"
                + " charged, once for each attempt.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let %s repeat GET only, or let each %s carry a key by which the receiver knows it"
                    + " again.",
                service.id(),
                writes));
  }
}
