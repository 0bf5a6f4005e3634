/** A lock with a lease, and a store that checks its token. */
@NullMarked
package godmode.simulate.protocol.lock;

import org.jspecify.annotations.NullMarked;
