@NullMarked
package godmode.detectors.code;

import org.jspecify.annotations.NullMarked;
