/** From the files of a repository to evidence: the seam between readers and detectors. */
@NullMarked
package godmode.detectors;

import org.jspecify.annotations.NullMarked;
