/** Hazards of data that belongs to more than one service. */
@NullMarked
package godmode.rules.ownership;

import org.jspecify.annotations.NullMarked;
