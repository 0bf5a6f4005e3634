package godmode.templates.document;

import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.templates.Untrusted;
import java.util.List;

/**
 * A place in the repository, as a link in a document.
 *
 * @param text such as {@code compose.yml:34}
 * @param href relative to the document
 */
public record Evidence(String text, String href) {
  private static final int MAX = 3;

  /** The first few of these places, each once. */
  static List<Evidence> of(List<Place> places, String up) {
    return places.stream().distinct().limit(MAX).map(place -> of(place, up)).toList();
  }

  /** Where a fact stands. */
  static List<Evidence> of(Fact<?> fact, String up) {
    return of(places(fact.origins()), up);
  }

  static List<Place> places(List<Origin> origins) {
    return origins.stream().flatMap(origin -> origin.place().stream()).toList();
  }

  private static Evidence of(Place place, String up) {
    return new Evidence(place.toString(), up + Untrusted.link(place.file()) + "#L" + place.line());
  }
}
