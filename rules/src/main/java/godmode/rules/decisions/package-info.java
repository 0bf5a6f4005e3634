/** Decisions a distributed design owes an answer to, and answers that contradict each other. */
@NullMarked
package godmode.rules.decisions;

import org.jspecify.annotations.NullMarked;
