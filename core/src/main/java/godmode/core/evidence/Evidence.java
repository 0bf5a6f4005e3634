package godmode.core.evidence;

import godmode.core.fact.Directness;
import godmode.core.fact.Place;

/**
 * A claim, and where it stands.
 *
 * @param detector id of the detector that read it
 */
public record Evidence(
    Claim claim, Place at, String detector, Directness directness, Source source) {

  /**
   * Which file family speaks, and for which environment.
   *
   * @param unit what is read as a whole, such as one Compose project; two units of one environment
   *     may contradict each other, and one unit cannot
   */
  public record Source(String unit, Platform platform, Environment environment) {}
}
