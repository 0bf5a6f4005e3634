package godmode.core.evidence;

/**
 * What kind of system it is as a whole.
 *
 * @param kind {@code not-distributed}, {@code event-driven}, {@code distributed-monolith}, {@code
 *     geo-distributed}, {@code microservices}, {@code several-systems} or {@code unknown}
 * @param because one clause with this system's numbers
 */
public record Classification(String kind, String because) {
  /** Whether the questions of distribution apply at all. */
  public boolean isDistributed() {
    return !kind.equals("not-distributed") && !kind.equals("unknown");
  }
}
