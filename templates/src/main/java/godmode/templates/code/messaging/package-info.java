/** Messages that are neither lost nor done twice. */
@NullMarked
package godmode.templates.code.messaging;

import org.jspecify.annotations.NullMarked;
