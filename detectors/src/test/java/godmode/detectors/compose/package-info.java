/** Tests of what Compose projects show of a system. */
@NullMarked
package godmode.detectors.compose;

import org.jspecify.annotations.NullMarked;
