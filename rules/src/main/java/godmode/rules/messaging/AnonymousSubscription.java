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

/** Flags inputs of Spring Cloud Stream that belong to no group. */
@AutoService(Rule.class)
@RuleCard(
    title = "a subscription without a group gets no message while it is away",
    item = ChecklistItem.POST_PARTITION_RECONCILIATION,
    since = "0.1",
    sources = {
      "https://docs.spring.io/spring-cloud-stream/reference/spring-cloud-stream/consumer-groups.html",
      "https://docs.spring.io/spring-cloud-stream/reference/rabbit/rabbit_overview.html"
    },
    answers = false)
public final class AnonymousSubscription implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.SUBSCRIPTION;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.fact(flow.fact(Attributes.GROUP))
        .then(
            group ->
                !group.equals("none")
                    ? holds("%s belongs to the group %s", flow.id(), group)
                    : hazard(flow));
  }

  private static Outcome hazard(Flow flow) {
    return violated(Severity.WARNING, "the input %s belongs to no group", flow.id())
        .because(
            "A subscription without a group is new with every start and deleted with every "
                + "stop. What is published in between is not kept for it, and two copies each get "
                + "every message.")
        .fix(
            String.format(
                Locale.ROOT,
                "Set spring.cloud.stream.bindings.%s.group to the name of the service.",
                flow.id()));
  }
}
