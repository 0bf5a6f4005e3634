/** Kotlin sources, looked through and not parsed. */
@NullMarked
package godmode.detectors.read.kotlin;

import org.jspecify.annotations.NullMarked;
