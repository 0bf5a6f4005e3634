@NullMarked
package godmode.detectors.read.variables;

import org.jspecify.annotations.NullMarked;
