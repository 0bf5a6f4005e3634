package godmode.simulate.explore;

import java.util.function.Predicate;

/**
 * A world that some schedule must reach, so that "nothing goes wrong" is not said of a model in
 * which nothing happens.
 *
 * @param name a clause for a report: {@code a read was answered}
 */
public record Goal<W>(String name, Predicate<W> reached) {}
