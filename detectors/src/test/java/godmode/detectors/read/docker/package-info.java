@NullMarked
package godmode.detectors.read.docker;

import org.jspecify.annotations.NullMarked;
