package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
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

/** Flags ranges of a key whose new values are always the largest. */
@AutoService(Rule.class)
@RuleCard(
    title = "ranges of a key that grows: one shard takes all inserts",
    item = ChecklistItem.SHARDING_KEY,
    since = "0.1",
    sources = {
      "https://cloud.google.com/spanner/docs/schema-design#primary-key-prevent-hotspots",
      "https://www.mongodb.com/docs/manual/core/sharding-choose-a-shard-key/"
    },
    answers = false)
public final class GrowingShardKey implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design).orElseGet(() -> byStrategy(design));
  }

  private static Outcome byStrategy(Design design) {
    return Given.fact(design.fact(Attributes.SHARDING_STRATEGY))
        .then(
            strategy ->
                strategy.equals("range")
                    ? Given.facts(
                            design.fact(Attributes.SHARDING_KEY),
                            design.fact(Attributes.SHARDING_KEY_ORDER))
                        .then((key, order) -> judge(design, key, order))
                    : notApplicable("%s is not split into ranges: %s", design.id(), strategy));
  }

  private static Outcome judge(Design design, String key, String order) {
    if (!order.equals("monotonic")) {
      return holds("new values of %s fall into any range", key);
    }
    return violated(
            Severity.WARNING,
            "%s is split into ranges of %s, whose new values are always the largest",
            design.id(),
            key)
        .because(
            "Every insert goes to the last range: one shard takes all of them, however many there"
                + " are, and more shards do not help.")
        .fix(
            "Put a hash of "
                + key
                + " or a number of buckets in front of it, or set 'sharding.strategy: hash'; keep"
                + " ranges where reads by "
                + key
                + " weigh more than writes.",
            design.fact(Attributes.SHARDING_STRATEGY),
            design.fact(Attributes.SHARDING_KEY_ORDER));
  }
}
