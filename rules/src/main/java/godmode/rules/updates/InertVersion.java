package godmode.rules.updates;

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

/** Flags version fields that the framework does not compare. */
@AutoService(Rule.class)
@RuleCard(
    title = "a version is stored and never compared",
    item = ChecklistItem.CONFLICT_RESOLUTION,
    since = "0.1",
    sources = {
      "https://jakarta.ee/specifications/persistence/3.1/jakarta-persistence-spec-3.1#a2061",
      "https://docs.spring.io/spring-data/commons/docs/current/api/org/springframework/data/annotation/Version.html"
    },
    answers = false)
public final class InertVersion implements Rule.OfFlow {

  @Override
  public FlowKind kind() {
    return FlowKind.VERSION_FIELD;
  }

  @Override
  public Outcome judge(Flow flow, Design design) {
    return Given.facts(flow.fact(Attributes.VALUE), flow.fact(Attributes.CHECKED_BY))
        .then(
            (field, check) ->
                !check.equals("nothing")
                    ? holds("the version of %s is compared by %s", flow.id(), check)
                    : hazard(flow, field));
  }

  private static Outcome hazard(Flow flow, String field) {
    return violated(
            Severity.WARNING,
            "nothing compares the %s of %s before it is overwritten",
            field,
            flow.id())
        .because(
            "Other entities of this system carry @Version, and this one has the column "
                + "without it. It looks as if writes in between were noticed, and they are not.")
        .fix(String.format(Locale.ROOT, "Annotate the field with @Version in %s.", flow.id()));
  }
}
