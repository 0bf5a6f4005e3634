/** Logical clocks: what happened before what, without asking what time it is. */
@NullMarked
package godmode.simulate.clock;

import org.jspecify.annotations.NullMarked;
