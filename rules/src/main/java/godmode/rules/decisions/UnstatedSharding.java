package godmode.rules.decisions;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Design;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;

/** Asks whether and by which key data is sharded. */
@AutoService(Rule.class)
@RuleCard(
    title = "how data is sharded is not stated",
    item = ChecklistItem.SHARDING_KEY,
    since = "0.1",
    sources = {
      "Karger et al., Consistent Hashing and Random Trees, STOC 1997",
      "Kleppmann, Designing Data-Intensive Applications, chapter 6, 2017"
    })
public final class UnstatedSharding implements Rule.OfDesign {

  private static final String NONE = "none";

  @Override
  public Outcome judge(Design design) {
    Fact<String> key = design.fact(Attributes.SHARDING_KEY);
    return Scope.outside(design)
        .orElseGet(
            () ->
                Given.fact(design.fact(Attributes.SHARDING_STRATEGY))
                    .then(
                        strategy ->
                            strategy.equals(NONE)
                                ? holds("not sharded, on purpose")
                                : Given.fact(key).then(by -> judge(design, strategy, by))));
  }

  private static Outcome judge(Design design, String strategy, String key) {
    if (!Reading.saysNothing(key)) {
      return holds("%s by %s", strategy, key);
    }
    return violated(
            Severity.WARNING,
            "%s shards by %s without a key: key = '%s'",
            design.id(),
            strategy,
            key)
        .because(
            "The key decides which shard is hot, which questions touch one shard and which touch"
                + " all, and it can hardly be changed once there is data.")
        .fix(
            "Name under 'sharding.key' the attribute that most requests carry and that has many"
                + " values of similar weight; or declare 'sharding.strategy: none'.");
  }
}
