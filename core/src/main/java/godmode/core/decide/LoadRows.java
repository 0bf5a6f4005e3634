package godmode.core.decide;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether one node is enough, and by which key several share. */
final class LoadRows {
  static final List<String> NAMES = List.of("no-sharding", "monotonic-key", "skewed-key");

  private static final String KARGER =
      "Karger et al., Consistent Hashing and Random Trees, STOC 1997";

  private LoadRows() {}

  static List<Recommendation> of(Situation it) {
    List<Recommendation> rows = new ArrayList<>();
    if (it.text("load.size").filter("small"::equals).isPresent()) {
      rows.add(none(it));
    }
    if (it.text("sharding.key-order").filter("monotonic"::equals).isPresent()) {
      rows.add(monotonic(it));
    } else if (it.text("sharding.key-values").filter("few"::equals).isPresent()) {
      rows.add(skewed(it));
    }
    return rows;
  }

  private static Recommendation none(Situation it) {
    return Advice.of("no-sharding", "sharding", it.system())
        .choose("no sharding; a larger node first, then replicas for reads")
        .because(
            "One node carries the load for years. Shards would cost cross-shard transactions and"
                + " a key that can hardly be changed.")
        .not("sharding now", "it pays for growth that is not there")
        .sources(
            "unstated-sharding", "Kleppmann, Designing Data-Intensive Applications, chapter 6");
  }

  private static Recommendation monotonic(Situation it) {
    return Advice.of("monotonic-key", "sharding", it.system())
        .choose("a hash or a prefix of %s picks the shard", key(it))
        .because(
            "New values of %s are always the largest, so a range puts every write on the last"
                + " shard.",
            key(it))
        .not("ranges of a growing key", "one shard takes all writes, the others look on")
        .sources("unstated-sharding", KARGER);
  }

  private static Recommendation skewed(Situation it) {
    String share =
        it.text("load.largest-key-share")
            .flatMap(LoadRows::shards)
            .map(n -> "; at most " + n + " shards")
            .orElse("");
    return Advice.of("skewed-key", "sharding", it.system())
        .choose("%s and a second attribute, or buckets of it, as the key%s", key(it), share)
        .because(
            "A shard is never smaller than the largest single key. %s has few values, or some"
                + " that weigh much more.",
            key(it))
        .not("more shards", "the largest key still sits on one of them")
        .sources("unstated-sharding", KARGER);
  }

  /** A share of 20 % leaves no use for more than five shards. */
  private static Optional<Integer> shards(String share) {
    String number = share.replace("%", "").strip();
    double percent = number.matches("\\d{1,3}(\\.\\d{1,9})?") ? Double.parseDouble(number) : 0;
    return percent > 0
        ? Optional.of((int) Math.max(1, Math.floor(100 / percent)))
        : Optional.empty();
  }

  private static String key(Situation it) {
    return it.text(Attributes.SHARDING_KEY.record()).orElse("the key");
  }
}
