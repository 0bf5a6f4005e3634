/** Runs protocols in simulated time, from a seed. */
@NullMarked
package godmode.simulate.kernel;

import org.jspecify.annotations.NullMarked;
