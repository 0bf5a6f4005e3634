/** What keeps one failure from becoming many. */
@NullMarked
package godmode.templates.code.resilience;

import org.jspecify.annotations.NullMarked;
