/** Chance from a seed, the same on every machine. */
@NullMarked
package godmode.simulate.chance;

import org.jspecify.annotations.NullMarked;
