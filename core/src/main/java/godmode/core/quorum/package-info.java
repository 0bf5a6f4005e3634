/** Arithmetic on voters and copies. */
@NullMarked
package godmode.core.quorum;

import org.jspecify.annotations.NullMarked;
