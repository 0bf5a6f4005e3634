/** Reads Kubernetes manifests, as far as they are what gets deployed, into objects with places. */
@NullMarked
package godmode.detectors.read.helm;

import org.jspecify.annotations.NullMarked;
