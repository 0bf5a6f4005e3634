package godmode.core.evidence;

import godmode.core.fact.Place;

/**
 * Something that exists and was not understood.
 *
 * @param why one line: what is wrong, and what to do about it
 */
public record Unread(Place at, String why) implements Comparable<Unread> {
  @Override
  public int compareTo(Unread other) {
    int byPlace = at.compareTo(other.at);
    return byPlace != 0 ? byPlace : why.compareTo(other.why);
  }
}
