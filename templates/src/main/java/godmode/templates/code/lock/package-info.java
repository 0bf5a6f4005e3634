/** One at a time. */
@NullMarked
package godmode.templates.code.lock;

import org.jspecify.annotations.NullMarked;
