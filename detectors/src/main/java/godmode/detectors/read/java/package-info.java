/** What Java sources show without being compiled: annotations, calls, and the texts in them. */
@NullMarked
package godmode.detectors.read.java;

import org.jspecify.annotations.NullMarked;
