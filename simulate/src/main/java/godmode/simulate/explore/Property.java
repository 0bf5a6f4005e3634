package godmode.simulate.explore;

import java.util.function.Predicate;

/**
 * What must be true of every world.
 *
 * @param holds nothing has gone wrong in it
 * @param waits somebody waits in it, and so something other than a fault must be able to happen
 */
public record Property<W>(Predicate<W> holds, Predicate<W> waits) {
  /** Nothing goes wrong. */
  public static <W> Property<W> always(Predicate<W> holds) {
    return new Property<>(holds, world -> false);
  }

  /** Nobody waits for ever. */
  public static <W> Property<W> neverStuck(Predicate<W> waits) {
    return new Property<>(world -> true, waits);
  }
}
