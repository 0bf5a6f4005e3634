/** Hazards of work that changes several things. */
@NullMarked
package godmode.rules.transactions;

import org.jspecify.annotations.NullMarked;
