/** What turns a review into text. */
@NullMarked
package godmode.core.report;

import org.jspecify.annotations.NullMarked;
