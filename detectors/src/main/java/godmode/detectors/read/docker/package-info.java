/** Dockerfiles: what the final image is based on, listens on and is given. */
@NullMarked
package godmode.detectors.read.docker;

import org.jspecify.annotations.NullMarked;
