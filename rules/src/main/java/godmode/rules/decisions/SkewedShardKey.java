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

/** Flags shards that are chosen by a key of few values. */
@AutoService(Rule.class)
@RuleCard(
    title = "few values of the key: some shards are busy and some are empty",
    item = ChecklistItem.SHARDING_KEY,
    since = "0.1",
    sources = {
      "https://www.mongodb.com/docs/manual/core/sharding-choose-a-shard-key/",
      "Kleppmann, Designing Data-Intensive Applications, chapter 6, 2017"
    },
    answers = false)
public final class SkewedShardKey implements Rule.OfDesign {

  @Override
  public Outcome judge(Design design) {
    return Scope.outside(design).orElseGet(() -> byStrategy(design));
  }

  private static Outcome byStrategy(Design design) {
    return Given.fact(design.fact(Attributes.SHARDING_STRATEGY))
        .then(
            strategy ->
                strategy.equals("none") || strategy.equals("geographic")
                    ? notApplicable("no key spreads the load of %s: %s", design.id(), strategy)
                    : Given.facts(
                            design.fact(Attributes.SHARDING_KEY),
                            design.fact(Attributes.SHARDING_KEY_VALUES))
                        .then((key, values) -> judge(design, key, values)));
  }

  private static Outcome judge(Design design, String key, String values) {
    if (!values.equals("few")) {
      return holds("%s has many values of similar weight", key);
    }
    return violated(
            Severity.WARNING,
            "%s is sharded by %s, which has few values, or some that weigh much more",
            design.id(),
            key)
        .because(
            "All of one value is on one shard: the largest value sets how busy the busiest shard"
                + " is, and there cannot be more shards in use than values.")
        .fix(
            "Add a second attribute to "
                + key
                + " that most requests carry, or split its large values into buckets.",
            design.fact(Attributes.SHARDING_KEY),
            design.fact(Attributes.SHARDING_KEY_VALUES));
  }
}
