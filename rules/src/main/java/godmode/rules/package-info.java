/** What the rules share; each rule stands in the package of its topic. */
@NullMarked
package godmode.rules;

import org.jspecify.annotations.NullMarked;
