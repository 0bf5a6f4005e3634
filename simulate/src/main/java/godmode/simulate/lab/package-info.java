/** Puts protocols under faults, many times over, and says what came of it. */
@NullMarked
package godmode.simulate.lab;

import org.jspecify.annotations.NullMarked;
