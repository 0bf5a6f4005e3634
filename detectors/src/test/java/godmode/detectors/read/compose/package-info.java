@NullMarked
package godmode.detectors.read.compose;

import org.jspecify.annotations.NullMarked;
