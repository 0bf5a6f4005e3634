/** Puts protocols under faults as people ask for it. */
@NullMarked
package godmode.engine.lab;

import org.jspecify.annotations.NullMarked;
