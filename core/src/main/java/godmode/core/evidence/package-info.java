/** What was read from a repository, and the topology that is assembled from it. */
@NullMarked
package godmode.core.evidence;

import org.jspecify.annotations.NullMarked;
