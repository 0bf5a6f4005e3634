package godmode.templates.document;

import godmode.core.design.Declarations;
import godmode.core.review.Review;
import godmode.templates.document.Rows.In;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the sharding document prints.
 *
 * @param criteria the four by which a key is judged
 * @param load what is known of load and size
 * @param map the shard map: which share of the keys or of a topic is where
 * @param moves what changes when there is one shard, node or partition more
 * @param outgrown for each store, what to do before it is sharded, and how it could be
 */
public record ShardingFacts(
    DocumentSource.Heading head,
    List<Rows.Declared> strategy,
    List<ShardKey.Criterion> criteria,
    List<Rows.Declared> load,
    List<ShardMap.Share> map,
    List<ShardMap.Move> moves,
    List<ShardKey.HotSpot> hotSpots,
    List<OutgrowRows.Row> outgrown,
    List<In<Rows.ChannelRow>> channels,
    List<Comparison> comparisons,
    List<Rows.FindingRow> findings) {

  static ShardingFacts of(DocumentSource from) {
    Review review = from.review();
    Declarations declared = review.declared();
    ShardKey key = new ShardKey(review, from.up());
    String strategy = declared.text("sharding.strategy").orElse("");
    boolean sharded = !strategy.isEmpty() && !strategy.equals("none");
    List<Comparison> comparisons = new ArrayList<>();
    if (sharded) {
      comparisons.add(Comparison.of("sharding", "Strategies", Map.of(review.system(), strategy)));
    }
    ShardMap map = new ShardMap(review);
    return new ShardingFacts(
        from.heading(),
        from.declared().sharding(),
        sharded || declared.text("sharding.key").isPresent() ? key.criteria() : List.of(),
        from.declared().load(),
        map.shares(),
        map.moves(),
        key.hotSpots(),
        new OutgrowRows(review, from.up()).rows(),
        from.design().channels(),
        comparisons,
        from.judged().findings());
  }
}
