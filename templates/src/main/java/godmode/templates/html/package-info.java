/** The review as one page for a browser, complete in itself. */
@NullMarked
package godmode.templates.html;

import org.jspecify.annotations.NullMarked;
