package godmode.simulate.explore;

import godmode.core.review.Counterexample.Step;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The words of a model that is told in general.
 *
 * @param ending what is wrong in a last world, and whether somebody waits there in vain
 */
public record Tale<W, A>(
    String claim, List<String> bounds, Words<W, A> words, BiFunction<W, Boolean, String> ending)
    implements Telling<W, A> {
  public Tale {
    bounds = List.copyOf(bounds);
  }

  /** Says what happened. */
  @FunctionalInterface
  public interface Words<W, A> {
    Said tell(W before, A action, W after);
  }

  /** Who did what to whom, and what is different then. */
  public record Said(String actor, String action, String target, String change) {
    /** Something that stays with who does it. */
    public static Said of(String actor, String action) {
      return new Said(actor, action, "", "");
    }

    /** Something that reaches somebody. */
    public static Said to(String actor, String action, String target) {
      return new Said(actor, action, target, "");
    }

    /** The same, and what is different then. */
    public Said with(String said) {
      return new Said(actor, action, target, said);
    }
  }

  @Override
  public Step tell(W before, A action, W after, boolean fault) {
    Said told = words.tell(before, action, after);
    return new Step(told.actor(), told.action(), told.target(), told.change(), fault);
  }

  @Override
  public String ending(W last, boolean stuck) {
    return ending.apply(last, stuck);
  }
}
