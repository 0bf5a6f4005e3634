/** Whether to send requests, and whether to restart. */
@NullMarked
package godmode.templates.code.health;

import org.jspecify.annotations.NullMarked;
