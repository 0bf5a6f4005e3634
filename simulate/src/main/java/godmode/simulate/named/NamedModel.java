package godmode.simulate.named;

import godmode.simulate.explore.Scenario;

/** A mechanism with numbers that a person gives, told in general words. */
public interface NamedModel {
  /** What it is called on the command line: {@code two-phase-commit}. */
  String name();

  /** What it is, as a phrase. */
  String about();

  /**
   * The scenario.
   *
   * @param numbers asked by name, each with what it is unless somebody says otherwise
   * @throws IllegalArgumentException with a message for people, if the numbers cannot be
   */
  Scenario<?, ?> scenario(Numbers numbers);
}
