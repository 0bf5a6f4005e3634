package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;

/** Asks for the operations that cost money or safety when they go wrong. */
@AutoService(Rule.class)
@RuleCard(
    title = "no operation is documented with the consistency it needs",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "Viotti and Vukolic, Consistency in Non-Transactional Distributed Storage Systems, ACM Computing Surveys 49(1), 2016",
      "https://jepsen.io/consistency"
    })
public final class UndocumentedOperations implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.fact(design.fact(Attributes.OPERATIONS))
                    .then(n -> n > 0 ? holds("%d documented", n) : none(design)));
  }

  private static Outcome none(Design design) {
    return violated(Severity.WARNING, "the design of %s documents 0 operations", design.id())
        .because(
            "Guarantees are needed by operations, not by containers: the same table may serve a"
                + " page view that may be old and a payment that may not run twice. Without a list,"
                + " every operation gets what its store happens to give.")
        .fix(
            "List under 'operations:' those that cost money or safety when they run twice or"
                + " conflict, each with its data, its consistency and what makes a repetition"
                + " harmless.");
  }
}
