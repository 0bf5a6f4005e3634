/** What Kubernetes objects show of a system. */
@NullMarked
package godmode.detectors.kubernetes;

import org.jspecify.annotations.NullMarked;
