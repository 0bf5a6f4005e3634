/** What the configuration of ready-made servers and agents says whom they connect to. */
@NullMarked
package godmode.detectors.read.servers;

import org.jspecify.annotations.NullMarked;
