@NullMarked
package godmode.detectors.read;

import org.jspecify.annotations.NullMarked;
