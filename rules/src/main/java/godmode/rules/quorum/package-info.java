/** Hazards of voting: how many vote, and whether two groups must meet. */
@NullMarked
package godmode.rules.quorum;

import org.jspecify.annotations.NullMarked;
