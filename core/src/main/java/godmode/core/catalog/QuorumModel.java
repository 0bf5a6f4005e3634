package godmode.core.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many of which members must agree.
 *
 * @param of who votes: {@code members} only where all members of a cluster are one group of voters;
 *     otherwise a part such as {@code controller} and {@code sentinel}, or {@code copies} where
 *     each item has a group of its own
 * @param formula over n voters
 * @param minimum fewest voters with which one may fail
 * @param minimumText the minimum where it is not one number
 * @param recommendedSizes sizes the vendor recommends, ascending; empty when it is not only a
 *     number
 * @param maximum most voters the technology accepts
 * @param invariants relations between settings that must hold
 */
public record QuorumModel(
    String of,
    Optional<String> formula,
    OptionalInt minimum,
    Optional<String> minimumText,
    List<Integer> recommendedSizes,
    Optional<String> recommended,
    OptionalInt maximum,
    EvenMembership even,
    List<String> invariants,
    Optional<String> note,
    Provenance provenance) {
  public QuorumModel {
    recommendedSizes = List.copyOf(recommendedSizes);
    invariants = List.copyOf(invariants);
  }
}
