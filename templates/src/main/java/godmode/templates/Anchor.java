package godmode.templates;

import godmode.core.design.Declarations;
import godmode.core.evidence.Sighting;
import godmode.core.fact.Place;
import godmode.core.review.Finding;
import godmode.core.review.Review;
import java.util.Optional;

/** The one place to which a finding is pinned by programs that know no finding without a line. */
public final class Anchor {
  private Anchor() {}

  /**
   * The first place that the finding rests on. A finding about the system as a whole may rest on
   * none; it is pinned to the top of the design record, where it would be decided, else to the
   * first file in which a component was seen.
   */
  public static Place of(Finding finding, Review review) {
    return finding.places().stream()
        .findFirst()
        .or(() -> record(review))
        .or(() -> sighting(review))
        .orElseGet(() -> Place.startOf(".godmode/" + review.system() + ".design.yaml"));
  }

  private static Optional<Place> record(Review review) {
    return review.declared().all().values().stream()
        .map(Declarations.Declared::origin)
        .flatMap(origin -> origin.place().stream())
        .map(place -> Place.startOf(place.file()))
        .findFirst();
  }

  private static Optional<Place> sighting(Review review) {
    return review.topology().components().stream()
        .flatMap(component -> component.sightings().stream())
        .map(Sighting::at)
        .map(place -> Place.startOf(place.file()))
        .findFirst();
  }
}
