package godmode.core.review;

import godmode.core.fact.Attribute;
import godmode.core.fact.Fact;
import godmode.core.fact.Origin;
import java.util.List;

/**
 * A fact that an outcome rests on.
 *
 * @param text the fact as {@code name = value}
 */
public record Ground(String text, Origin origin) {
  /** Every reason behind a fact. */
  public static List<Ground> of(Fact<?> fact) {
    return fact.match(
        known ->
            known.reasons().stream()
                .map(origin -> of(known.attribute(), known.known(), origin))
                .toList(),
        disputed -> disputed.sides().stream().flatMap(side -> of(side).stream()).toList(),
        unknown -> List.of());
  }

  private static Ground of(Attribute<?> attribute, Object value, Origin origin) {
    return new Ground(attribute.name() + " = " + value, origin);
  }
}
