/** Two-phase commit: Gray, "Notes on Data Base Operating Systems", 1978. */
@NullMarked
package godmode.simulate.protocol.commit;

import org.jspecify.annotations.NullMarked;
