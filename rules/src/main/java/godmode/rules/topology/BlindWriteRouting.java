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

/** Flags proxies that send writes to whatever member of a store answers. */
@AutoService(Rule.class)
@RuleCard(
    title = "a proxy sends writes to any member that answers",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    answers = false,
    sources = {
      "https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints",
      "https://docs.haproxy.org/3.0/configuration.html#4-option%20httpchk"
    })
public final class BlindWriteRouting implements Rule.OfService {

  @Override
  public Outcome judge(Service proxy, Design design) {
    Fact<String> by = proxy.fact(Attributes.WRITES_ROUTED_BY);
    if (by instanceof Fact.Unknown) {
      return notApplicable("%s is not seen to choose among members of a store", proxy.id());
    }
    return Given.fact(by)
        .then(
            how ->
                how.equals("role")
                    ? holds("%s asks each member for its role", proxy.id())
                    : blind(proxy));
  }

  private static Outcome blind(Service proxy) {
    return violated(
            Severity.WARNING,
            "%s balances connections over all members that answer, and one of them takes writes",
            proxy.id())
        .because(
            "A copy refuses the writes that reach it. A primary that was replaced, and does not"
                + " know it yet, accepts them: it still answers, so it still gets its share, and"
                + " what it takes is thrown away when it joins again.")
        .fix(
            "Check for the role: 'option httpchk GET /primary' at Patroni's port, 'tcp-check expect"
                + " string role:master' for Redis; and send reads to a section of their own.");
  }
}
