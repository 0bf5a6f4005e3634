package godmode.templates.document;

import godmode.core.design.Subject;
import godmode.core.evidence.Environment;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import godmode.templates.document.Rows.In;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What files say about where the members of a component run, and on what they keep their data. */
final class PlacementRows {
  private final Review review;
  private final String up;

  PlacementRows(Review review, String up) {
    this.review = review;
    this.up = up;
  }

  /** One component; what nothing is said of is empty. */
  public record Row(
      String id,
      String runs,
      String nodes,
      String zones,
      String volume,
      String stays,
      List<Evidence> at) {}

  List<In<Row>> rows() {
    Map<Row, List<Environment>> alike = new LinkedHashMap<>();
    review
        .designs()
        .forEach(
            design ->
                Stream.concat(design.clusters().stream(), design.services().stream())
                    .map(this::row)
                    .filter(
                        row -> !(row.nodes() + row.zones() + row.volume() + row.stays()).isEmpty())
                    .forEach(
                        row ->
                            alike
                                .computeIfAbsent(row, r -> new ArrayList<>())
                                .add(design.environment())));
    List<In<Row>> rows = new ArrayList<>();
    alike.forEach((row, where) -> rows.add(new In<>(row, Rows.words(where))));
    return rows;
  }

  private Row row(Subject subject) {
    List<Place> places = new ArrayList<>();
    String least = value(subject, Attributes.MIN_AVAILABLE, places);
    String most = value(subject, Attributes.MAX_UNAVAILABLE, places);
    return new Row(
        subject.id(),
        DesignRows.text(subject.fact(Attributes.MEMBERS)),
        value(subject, Attributes.NODE_SPREAD, places),
        value(subject, Attributes.ZONE_SPREAD, places),
        value(subject, Attributes.PERSISTENT, places)
            .replace("true", "yes")
            .replace("false", "none"),
        least.isEmpty() ? (most.isEmpty() ? "" : "all but " + most) : "at least " + least,
        Evidence.of(places, up));
  }

  private static String value(Subject subject, Attribute<?> attribute, List<Place> places) {
    Fact<?> fact = subject.fact(attribute);
    fact.value().ifPresent(known -> places.addAll(Evidence.places(fact.origins())));
    return fact.value().map(Object::toString).orElse("");
  }
}
