/** Hazards of locks and leaders that outlive their grant. */
@NullMarked
package godmode.rules.locking;

import org.jspecify.annotations.NullMarked;
