package godmode.rules.messaging;

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

/** Flags transactional producers that fence each other because all copies have one id. */
@AutoService(Rule.class)
@RuleCard(
    title = "every copy of a service has the same transactional id",
    item = ChecklistItem.PARTITION_HANDLING,
    since = "0.1",
    sources = {
      "https://kafka.apache.org/documentation/#producerconfigs_transactional.id",
      "https://cwiki.apache.org/confluence/display/KAFKA/KIP-447%3A+Producer+scalability+for+exactly+once+semantics"
    },
    answers = false)
public final class SharedTransactionalId implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.CLIENT_IDENTITY;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.IDENTITY))
        .then(
            identity ->
                identity.equals("one of its own")
                    ? holds("%s takes an id of its own", flow.id())
                    : hazard(flow, identity));
  }

  private static Outcome hazard(Flow flow, String identity) {
    return violated(
            Severity.WARNING,
            "the code in %s gives every copy of its service the transactional id %s",
            flow.id(),
            identity)
        .because(
            "The broker lets one producer of an id go on, and fences all older ones. With two"
                + " copies, each start of one stops the other.")
        .fix(
            String.format(
                Locale.ROOT,
                "Let the id of %s depend on the copy, such as the name of its pod, or let Spring "
                    + "add a suffix with a transaction id prefix.",
                flow.id()));
  }
}
