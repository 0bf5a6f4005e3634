/** Hazards of how components depend on each other. */
@NullMarked
package godmode.rules.topology;

import org.jspecify.annotations.NullMarked;
