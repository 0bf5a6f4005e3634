/** Types whose copies converge. */
@NullMarked
package godmode.templates.code.crdt;

import org.jspecify.annotations.NullMarked;
