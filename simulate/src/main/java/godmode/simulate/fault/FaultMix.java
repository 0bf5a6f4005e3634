package godmode.simulate.fault;

import java.util.List;

/**
 * Which faults are drawn, and how many.
 *
 * @param every mean time from one begin to the next, in nanoseconds
 * @param lasts mean time of a fault
 */
public record FaultMix(List<FaultSource> sources, long every, long lasts) {
  public FaultMix {
    sources = List.copyOf(sources);
  }

  /** The general source of each kind. */
  public static FaultMix of(List<FaultKind> kinds, long every, long lasts) {
    return new FaultMix(kinds.stream().map(FaultSource::of).toList(), every, lasts);
  }
}
