package godmode.core.fact;

import java.util.Collection;
import java.util.Locale;

/**
 * How far a conclusion can be trusted; computed from where its facts came from, strongest first.
 */
public enum Confidence {
  CERTAIN,
  LIKELY,
  POSSIBLE;

  /** The word in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A chain is as strong as its weakest link; no link at all is certain. */
  public static Confidence weakest(Collection<Confidence> links) {
    Confidence weakest = CERTAIN;
    for (Confidence link : links) {
      if (link.compareTo(weakest) > 0) {
        weakest = link;
      }
    }
    return weakest;
  }
}
