/** Where the design record and the repository no longer say the same. */
@NullMarked
package godmode.rules.drift;

import org.jspecify.annotations.NullMarked;
