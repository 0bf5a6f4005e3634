/** Raft, complete, as pure steps: Ongaro, "Consensus: Bridging Theory and Practice", 2014. */
@NullMarked
package godmode.simulate.protocol.raft;

import org.jspecify.annotations.NullMarked;
