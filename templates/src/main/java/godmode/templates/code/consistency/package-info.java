/** What readers may see. */
@NullMarked
package godmode.templates.code.consistency;

import org.jspecify.annotations.NullMarked;
