package godmode.templates.document;

import godmode.core.decide.PlanDraft;
import godmode.core.decide.Situation;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.evidence.Environment;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import godmode.templates.Values;
import godmode.templates.document.Rows.In;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each cluster of several members notices that one of them is gone, and how fast. */
final class Detection {
  private final Review review;
  private final PlanDraft draft;
  private final String up;

  Detection(Review review, String up) {
    this.review = review;
    this.draft = new PlanDraft(new Situation(review.designs(), review.declared()));
    this.up = up;
  }

  /** One cluster. */
  public record Row(String cluster, String heartbeat, String noticed, List<Evidence> at) {}

  List<In<Row>> rows() {
    Map<Row, List<Environment>> alike = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (Cluster cluster : design.clusters()) {
        if (cluster.fact(Attributes.MEMBERS).value().filter(n -> n > 1).isPresent()) {
          alike.computeIfAbsent(row(cluster), row -> new ArrayList<>()).add(design.environment());
        }
      }
    }
    List<In<Row>> rows = new ArrayList<>();
    alike.forEach((row, where) -> rows.add(new In<>(row, Rows.words(where))));
    return rows;
  }

  private Row row(Cluster cluster) {
    List<Place> places = new ArrayList<>();
    places.addAll(Evidence.places(cluster.fact(Attributes.HEARTBEAT).origins()));
    places.addAll(Evidence.places(cluster.fact(Attributes.ELECTION_TIMEOUT).origins()));
    return new Row(
        cluster.id(),
        cluster
            .fact(Attributes.HEARTBEAT)
            .value()
            .map((Duration every) -> "every " + Values.text(every))
            .orElse("not stated"),
        draft.noticed(cluster),
        Evidence.of(places, up));
  }
}
