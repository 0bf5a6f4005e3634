/** The search through all schedules of a model, breadth first. */
@NullMarked
package godmode.simulate.explore;

import org.jspecify.annotations.NullMarked;
