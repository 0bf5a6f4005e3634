/** Replicas of a CRDT that send each other what has changed. */
@NullMarked
package godmode.simulate.protocol.crdt;

import org.jspecify.annotations.NullMarked;
