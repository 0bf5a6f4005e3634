/** The decisions that only a person can make, and how they are asked for. */
@NullMarked
package godmode.core.interview;

import org.jspecify.annotations.NullMarked;
