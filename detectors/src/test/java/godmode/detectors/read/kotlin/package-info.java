@NullMarked
package godmode.detectors.read.kotlin;

import org.jspecify.annotations.NullMarked;
