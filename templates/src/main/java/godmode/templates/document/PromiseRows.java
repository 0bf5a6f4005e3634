package godmode.templates.document;

import godmode.core.catalog.PacelcStance;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.review.Review;
import godmode.templates.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each product gives up as it comes, beside what was decided for the data it holds. */
final class PromiseRows {
  private final Review review;

  PromiseRows(Review review) {
    this.review = review;
  }

  /** One product. */
  public record Row(
      String product,
      String stores,
      String decided,
      String stance,
      String otherwise,
      String splitBrain,
      List<String> sources) {}

  List<Row> rows() {
    Map<String, List<Cluster>> byProduct = new LinkedHashMap<>();
    for (Cluster cluster : review.design().clusters()) {
      if (cluster.technology().flatMap(Technology::pacelc).isPresent()
          && cluster.type().keepsState()) {
        byProduct.computeIfAbsent(cluster.product(), product -> new ArrayList<>()).add(cluster);
      }
    }
    List<Row> rows = new ArrayList<>();
    byProduct.forEach(
        (product, stores) ->
            stores
                .get(0)
                .technology()
                .ifPresent(
                    known -> known.pacelc().ifPresent(it -> rows.add(row(known, it, stores)))));
    return rows;
  }

  private Row row(Technology known, PacelcStance stance, List<Cluster> stores) {
    return new Row(
        known.name(),
        Rows.some(stores.stream().map(Cluster::id).toList()),
        decided(stores),
        stance.stance().word() + " when " + stance.when(),
        stance.otherwise().orElse(""),
        known
            .splitBrain()
            .map(it -> it.text() + (it.provenance().verified() ? "" : " (not verified)"))
            .orElse(""),
        stance.provenance().sources());
  }

  private String decided(List<Cluster> stores) {
    List<String> classes = new ArrayList<>();
    for (DataClass data : DataClass.of(review)) {
      if (stores.stream().anyMatch(store -> store.dataClass().equals(data.name()))) {
        classes.add(
            data.name()
                + ": "
                + data.pacelc()
                    .map(pacelc -> pacelc.word())
                    .orElse(data.isSingleCopy() ? "one copy" : Rows.OPEN));
      }
    }
    return String.join(", ", classes);
  }
}
