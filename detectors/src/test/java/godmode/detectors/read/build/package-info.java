@NullMarked
package godmode.detectors.read.build;

import org.jspecify.annotations.NullMarked;
