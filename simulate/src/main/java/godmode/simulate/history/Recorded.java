package godmode.simulate.history;

import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A mechanism, and beside each of its worlds what its clients have seen on the way there: worlds
 * that differ only in that are two.
 *
 * @param listener which ends of operations a move is
 * @param folding one world out of all that differ only in which of several equal nodes is which; it
 *     may not exchange clients
 */
public record Recorded<W extends Record, A>(
    Model<W, A> model, Listener<W, A> listener, UnaryOperator<W> folding)
    implements Model<Recorded.World<W>, A> {

  /** Says what clients see of a move. */
  @FunctionalInterface
  public interface Listener<W, A> {
    /** The ends of operations, in order; none where no client sees anything. */
    List<Event> events(W before, A action, W after);
  }

  /** A world of the mechanism, and its past. */
  public record World<W extends Record>(W now, History history) {}

  /** Every history is consistent with a guarantee. */
  public static <W extends Record> Property<World<W>> keeps(Guarantee guarantee) {
    return Property.always(world -> guarantee.keeps(world.history));
  }

  @Override
  public World<W> start() {
    return new World<>(model.start(), History.EMPTY);
  }

  @Override
  public void moves(World<W> world, Moves<World<W>, A> out) {
    model.moves(
        world.now,
        new Moves<>() {
          @Override
          public void step(A action, W next) {
            out.step(action, after(world, action, next));
          }

          @Override
          public void fault(A action, W next) {
            out.fault(action, after(world, action, next));
          }
        });
  }

  private World<W> after(World<W> world, A action, W next) {
    return new World<>(next, world.history.and(listener.events(world.now, action, next)));
  }

  @Override
  public World<W> canonical(World<W> world) {
    return new World<>(folding.apply(world.now), world.history);
  }
}
