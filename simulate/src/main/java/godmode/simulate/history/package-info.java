/** What clients saw, and which guarantees that is consistent with. */
@NullMarked
package godmode.simulate.history;

import org.jspecify.annotations.NullMarked;
