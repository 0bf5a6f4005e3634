/** A review as text for a terminal. */
@NullMarked
package godmode.templates.text;

import org.jspecify.annotations.NullMarked;
