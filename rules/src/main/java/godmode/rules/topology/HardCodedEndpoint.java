package godmode.rules.topology;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;

/** Flags hosts and ports of other processes that only a new build can change. */
@AutoService(Rule.class)
@RuleCard(
    title = "a host and port of another process is written in the code",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://12factor.net/config",
      "Taibi and Lenarduzzi, On the Definition of Microservice Bad Smells, IEEE Software 35(3),"
          + " 2018"
    },
    answers = false)
public final class HardCodedEndpoint implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.WRITTEN_ADDRESS;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.ADDRESS))
        .then(
            address ->
                address.startsWith("${")
                    ? holds("%s calls what the configuration says", flow.id())
                    : hazard(flow, address));
  }

  private static Outcome hazard(Flow flow, String address) {
    return violated(Severity.INFO, "the code in %s calls %s wherever it runs", flow.id(), address)
        .because(
            "When the other side moves, fails over or gets a second copy, this caller still calls"
                + " the old place. It is the same in every environment, tests and production.")
        .fix(
            String.format(
                Locale.ROOT,
                "Read %s from the configuration, or look the service up by its name.",
                address));
  }
}
