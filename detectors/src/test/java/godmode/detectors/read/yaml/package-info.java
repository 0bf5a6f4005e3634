@NullMarked
package godmode.detectors.read.yaml;

import org.jspecify.annotations.NullMarked;
