/**
 * Conflict-free replicated data types: values whose copies agree once they have seen the same
 * changes, in whatever order and however often these arrive.
 */
@NullMarked
package godmode.simulate.crdt;

import org.jspecify.annotations.NullMarked;
