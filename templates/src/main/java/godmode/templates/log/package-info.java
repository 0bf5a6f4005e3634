/** The row that a session leaves behind. */
@NullMarked
package godmode.templates.log;

import org.jspecify.annotations.NullMarked;
