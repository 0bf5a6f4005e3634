/** Sagas: Garcia-Molina and Salem, SIGMOD 1987. */
@NullMarked
package godmode.simulate.protocol.saga;

import org.jspecify.annotations.NullMarked;
