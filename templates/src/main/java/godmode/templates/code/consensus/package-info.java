/** Agreement of several servers. */
@NullMarked
package godmode.templates.code.consensus;

import org.jspecify.annotations.NullMarked;
