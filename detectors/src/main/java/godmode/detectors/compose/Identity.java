package godmode.detectors.compose;

import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a container is.
 *
 * @param places where that is written, the Compose file first
 */
record Identity(
    Optional<ComponentType> type,
    Optional<Technology> technology,
    Directness directness,
    List<Place> places) {
  Identity {
    places = List.copyOf(places);
  }

  /** Its own code, as far as can be told. */
  static Identity unknown(Place at) {
    return new Identity(Optional.empty(), Optional.empty(), Directness.STATED, List.of(at));
  }

  static Identity stated(Technology technology, Place... places) {
    return new Identity(
        Optional.of(technology.type()),
        Optional.of(technology),
        Directness.STATED,
        List.of(places));
  }

  static Identity inferred(Technology technology, Place... places) {
    return inferred(technology.type(), Optional.of(technology), places);
  }

  static Identity inferred(ComponentType type, Optional<Technology> technology, Place... places) {
    return new Identity(Optional.of(type), technology, Directness.INFERRED, List.of(places));
  }

  static Identity job(Place at) {
    return new Identity(
        Optional.of(ComponentType.JOB), Optional.empty(), Directness.STATED, List.of(at));
  }

  boolean isKnown() {
    return type.isPresent();
  }

  boolean isJob() {
    return type.filter(ComponentType.JOB::equals).isPresent();
  }

  /** Whether it runs that technology. */
  boolean runs(String id) {
    return technology.filter(known -> known.id().equals(id)).isPresent();
  }

  /** Whether a lost container can take data or membership with it. */
  boolean isStateful() {
    return technology
        .filter(Technology::stateful)
        .filter(known -> known.type().keepsState())
        .isPresent();
  }
}
