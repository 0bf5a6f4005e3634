/** A store without a leader: DeCandia et al., "Dynamo", SOSP 2007. */
@NullMarked
package godmode.simulate.protocol.quorum;

import org.jspecify.annotations.NullMarked;
