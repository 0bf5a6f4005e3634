/** What the printed forms of a review share. */
@NullMarked
package godmode.templates;

import org.jspecify.annotations.NullMarked;
