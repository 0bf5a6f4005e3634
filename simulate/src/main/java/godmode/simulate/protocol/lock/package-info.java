/** A lock with a lease, a store that checks its token, and those who take turns. */
@NullMarked
package godmode.simulate.protocol.lock;

import org.jspecify.annotations.NullMarked;
