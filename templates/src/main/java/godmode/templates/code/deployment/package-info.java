/** Files to deploy. */
@NullMarked
package godmode.templates.code.deployment;

import org.jspecify.annotations.NullMarked;
