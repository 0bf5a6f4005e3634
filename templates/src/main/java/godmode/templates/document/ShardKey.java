package godmode.templates.document;

import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The key by which data is spread, judged by the four criteria, and where it gets hot. */
final class ShardKey {
  private final Review review;
  private final Declarations declared;
  private final String up;

  ShardKey(Review review, String up) {
    this.review = review;
    this.declared = review.declared();
    this.up = up;
  }

  /** One criterion: what is known, and what follows with this system's numbers. */
  public record Criterion(String name, String value, String follows, List<Evidence> at) {}

  /** Where load gathers, and what takes it away. */
  public record HotSpot(String where, String why, String remedy) {}

  List<Criterion> criteria() {
    String key = declared.text("sharding.key").orElse(Rows.OPEN);
    return List.of(
        criterion("cardinality: how many values", "sharding.key-values", cardinality(key)),
        criterion("distribution: the largest value", "load.largest-key-share", distribution(key)),
        criterion("query pattern: what asks by it", "operations", queries(key)),
        criterion("write spread: how new values come", "sharding.key-order", spread(key)));
  }

  private Criterion criterion(String name, String path, String follows) {
    List<Place> places = declared.at(path).flatMap(said -> said.origin().place()).stream().toList();
    String value = path.equals("operations") ? operations() : declared.text(path).orElse(Rows.OPEN);
    return new Criterion(name, value, follows, Evidence.of(places, up));
  }

  private String operations() {
    List<String> ids = review.design().operations().stream().map(o -> o.id()).toList();
    return ids.isEmpty() ? Rows.OPEN : Rows.some(ids);
  }

  private String cardinality(String key) {
    return switch (declared.text("sharding.key-values").orElse("")) {
      case "few" -> "no more shards than values of " + key;
      case "many" -> key + " can be spread over any number of shards";
      default -> "";
    };
  }

  private String distribution(String key) {
    Optional<Integer> most =
        declared
            .text("load.largest-key-share")
            .map(share -> share.replace("%", "").strip())
            .filter(share -> share.matches("\\d{1,3}(\\.\\d{1,9})?"))
            .map(Double::parseDouble)
            .filter(percent -> percent > 0)
            .map(percent -> (int) Math.max(1, Math.floor(100 / percent)));
    return most.map(
            n -> "one value of " + key + " fills a shard of its own from " + n + " shards on")
        .orElse("");
  }

  private String queries(String key) {
    return review.design().operations().isEmpty()
        ? ""
        : "what does not name " + key + " asks every shard";
  }

  private String spread(String key) {
    return switch (declared.text("sharding.key-order").orElse("")) {
      case "monotonic" -> "ranges of " + key + " send every new write to the last shard";
      case "random" -> "new values of " + key + " reach all shards alike";
      default -> "";
    };
  }

  /** Keys that grow or weigh too much, and what the products in use say of their own. */
  List<HotSpot> hotSpots() {
    List<HotSpot> spots = new ArrayList<>();
    declared
        .text("sharding.key-order")
        .filter("monotonic"::equals)
        .ifPresent(
            order ->
                spots.add(
                    new HotSpot(
                        "the last shard of " + declared.text("sharding.key").orElse("the key"),
                        "new values are the largest",
                        "a hash or a salt in front of it")));
    declared
        .text("load.largest-key-share")
        .ifPresent(
            share ->
                spots.add(
                    new HotSpot(
                        "the largest value of " + declared.text("sharding.key").orElse("any key"),
                        share + " of the load is one key",
                        "split it by a second attribute; cache its reads, buffer its writes")));
    for (String broker : declared.keys("messages")) {
      declared
          .text("messages." + DeclaredPath.key(broker) + ".key")
          .ifPresent(
              key ->
                  spots.add(
                      new HotSpot(
                          "the partition of the busiest " + key + " in " + broker,
                          "order per " + key + " keeps its messages in one partition",
                          "a finer key where order allows it")));
    }
    review.design().clusters().stream()
        .filter(cluster -> cluster.technology().flatMap(Technology::sharding).isPresent())
        .collect(Collectors.groupingBy(Cluster::product, TreeMap::new, Collectors.toList()))
        .forEach((product, stores) -> product(product, stores).ifPresent(spots::add));
    return spots;
  }

  private static Optional<HotSpot> product(String product, List<Cluster> stores) {
    return stores
        .get(0)
        .technology()
        .flatMap(Technology::sharding)
        .flatMap(
            sharding ->
                sharding
                    .hotSpot()
                    .map(
                        spot ->
                            new HotSpot(
                                Rows.some(stores.stream().map(Cluster::id).toList())
                                    + " ("
                                    + product
                                    + ")",
                                spot,
                                "the key of " + product + ": " + sharding.key())));
  }
}
