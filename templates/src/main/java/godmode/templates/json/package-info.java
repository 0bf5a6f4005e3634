/** A review as JSON documents. */
@NullMarked
package godmode.templates.json;

import org.jspecify.annotations.NullMarked;
