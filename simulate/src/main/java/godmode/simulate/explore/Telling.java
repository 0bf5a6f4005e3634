package godmode.simulate.explore;

import godmode.core.review.Counterexample;
import java.util.List;

/** The words for a model: the names of a system and what its people would say happened. */
public interface Telling<W, A> {
  /** What should hold in every schedule, as a sentence. */
  String claim();

  /** What is varied, and how far, as clauses: {@code 3 copies}, {@code 1 broker away}. */
  List<String> bounds();

  /** One move as actor, action and change. */
  Counterexample.Step tell(W before, A action, W after, boolean fault);

  /**
   * What is wrong at the end, as a sentence.
   *
   * @param stuck whether somebody waits and nothing can happen any more
   */
  String ending(W last, boolean stuck);
}
