/**
 * What Compose projects show of a system.
 *
 * <p>A service behind profiles is in no environment but those named after its profiles, unless the
 * repository switches one of them on.
 */
@NullMarked
package godmode.detectors.compose;

import org.jspecify.annotations.NullMarked;
