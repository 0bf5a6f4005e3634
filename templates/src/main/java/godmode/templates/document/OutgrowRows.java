package godmode.templates.document;

import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far each store is from being sharded: one node, then copies for reads, then shards. */
final class OutgrowRows {
  private final Review review;
  private final String up;

  OutgrowRows(Review review, String up) {
    this.review = review;
    this.up = up;
  }

  /**
   * Stores of one product that have come equally far.
   *
   * @param next what comes before shards
   * @param by how the product spreads data, as the catalog has it
   */
  public record Row(
      String stores, String product, String now, String next, String by, List<Evidence> at) {}

  List<Row> rows() {
    Map<List<String>, List<Cluster>> alike = new LinkedHashMap<>();
    for (Cluster store : review.design().clusters()) {
      if (store.type() == ComponentType.DATABASE
          || store.type() == ComponentType.CACHE
          || store.type() == ComponentType.SEARCH) {
        alike
            .computeIfAbsent(
                List.of(store.product(), now(store), next(store)), key -> new ArrayList<>())
            .add(store);
      }
    }
    List<Row> rows = new ArrayList<>();
    alike.forEach(
        (key, stores) ->
            rows.add(
                new Row(
                    Rows.some(stores.stream().map(Cluster::id).toList()),
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    stores
                        .get(0)
                        .technology()
                        .flatMap(Technology::sharding)
                        .map(it -> it.key() + (it.provenance().verified() ? "" : " (not verified)"))
                        .orElse("not known"),
                    Evidence.of(
                        stores.stream()
                            .flatMap(
                                s -> Evidence.places(s.fact(Attributes.MEMBERS).origins()).stream())
                            .toList(),
                        up))));
    return rows;
  }

  private static String now(Cluster store) {
    return members(store).map(n -> n == 1 ? "one node" : n + " nodes").orElse("nodes not known");
  }

  private static String next(Cluster store) {
    Optional<Integer> n = members(store);
    if (n.isEmpty()) {
      return "say how many nodes run";
    }
    return n.get() == 1 ? "a larger node, then copies for reads" : "a larger node on each copy";
  }

  private static Optional<Integer> members(Cluster store) {
    return store.fact(Attributes.MEMBERS).value();
  }
}
