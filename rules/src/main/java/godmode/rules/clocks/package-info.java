/** Hazards of clocks that decide. */
@NullMarked
package godmode.rules.clocks;

import org.jspecify.annotations.NullMarked;
