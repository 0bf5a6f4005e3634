/** Models that can be run without a repository, with numbers given by hand. */
@NullMarked
package godmode.simulate.named;

import org.jspecify.annotations.NullMarked;
