/** What happened before what. */
@NullMarked
package godmode.templates.code.clock;

import org.jspecify.annotations.NullMarked;
