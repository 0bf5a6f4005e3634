/** What a rule's hazard looks like in this design: a model with its numbers, told in its names. */
@NullMarked
package godmode.simulate.witness;

import org.jspecify.annotations.NullMarked;
