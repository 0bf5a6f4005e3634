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
import java.util.Arrays;
import java.util.Locale;

/** Flags services that address another one at a port which its Service does not have. */
@AutoService(Rule.class)
@RuleCard(
    title = "a client addresses a port that nothing serves",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    answers = false,
    sources = {
      "https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service",
      "https://kubernetes.io/docs/reference/networking/virtual-ips/"
    })
public final class UnservedPort implements Rule.OfService {

  @Override
  public Outcome judge(Service service, Design design) {
    Fact<String> address = service.fact(Attributes.UNSERVED_ADDRESS);
    if (address instanceof Fact.Unknown) {
      return notApplicable(
          "every address that %s is given names a port that is there", service.id());
    }
    return Given.facts(address, service.fact(Attributes.SERVED_PORTS))
        .then((at, served) -> judge(service, at, served));
  }

  private static Outcome judge(Service service, String at, String served) {
    String port = at.substring(at.lastIndexOf(':') + 1);
    String host = at.substring(0, at.length() - port.length() - 1);
    if (Arrays.asList(served.split(", ", -1)).contains(port)) {
      return holds("%s is served", at);
    }
    return violated(
            Severity.WARNING,
            "%s addresses %s, and the Service %s has no port but %s",
            service.id(),
            at,
            host,
            served)
        .because(
            "A Service passes on the ports that it lists and no others: the connection is refused"
                + " or hangs until it times out, from the first request on, although both sides"
                + " run.")
        .fix(
            String.format(
                Locale.ROOT,
                "Add port %s to the Service %s, if its container listens there; or address %s:%s.",
                port,
                host,
                host,
                served.split(", ", -1)[0]));
  }
}
