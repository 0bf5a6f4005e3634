/** What a protocol did under faults, ready to be reported. */
@NullMarked
package godmode.core.laboratory;

import org.jspecify.annotations.NullMarked;
