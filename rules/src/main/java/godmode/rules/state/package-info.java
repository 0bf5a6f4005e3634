/** Hazards of state that one process keeps for itself. */
@NullMarked
package godmode.rules.state;

import org.jspecify.annotations.NullMarked;
