/** Hazards of work that a clock starts. */
@NullMarked
package godmode.rules.scheduling;

import org.jspecify.annotations.NullMarked;
