/** Membership by gossip, with an accrual failure detector. */
@NullMarked
package godmode.simulate.protocol.gossip;

import org.jspecify.annotations.NullMarked;
