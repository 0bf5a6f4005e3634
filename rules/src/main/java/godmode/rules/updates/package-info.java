/** Hazards of writes that do not see each other. */
@NullMarked
package godmode.rules.updates;

import org.jspecify.annotations.NullMarked;
