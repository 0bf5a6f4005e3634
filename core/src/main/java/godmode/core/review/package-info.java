/** Rules, their outcomes, and the review that they add up to. */
@NullMarked
package godmode.core.review;

import org.jspecify.annotations.NullMarked;
