/** Hazards of calls to other processes. */
@NullMarked
package godmode.rules.resilience;

import org.jspecify.annotations.NullMarked;
