/** Hazards of writes made on both sides of a partition. */
@NullMarked
package godmode.rules.conflicts;

import org.jspecify.annotations.NullMarked;
