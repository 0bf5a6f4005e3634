package godmode.core.evidence;

import godmode.core.fact.Place;

/** Where something was seen, and by which detector. */
public record Sighting(Place at, String detector) implements Comparable<Sighting> {
  @Override
  public int compareTo(Sighting other) {
    int byPlace = at.compareTo(other.at);
    return byPlace != 0 ? byPlace : detector.compareTo(other.detector);
  }
}
