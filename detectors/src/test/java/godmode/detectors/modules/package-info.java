@NullMarked
package godmode.detectors.modules;

import org.jspecify.annotations.NullMarked;
