/** Paxos for one value after the other: Lamport, "The Part-Time Parliament", TOCS 16(2), 1998. */
@NullMarked
package godmode.simulate.protocol.paxos;

import org.jspecify.annotations.NullMarked;
