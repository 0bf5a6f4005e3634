@NullMarked
package godmode.detectors.read.properties;

import org.jspecify.annotations.NullMarked;
