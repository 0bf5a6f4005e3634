@NullMarked
package godmode.detectors.flows;

import org.jspecify.annotations.NullMarked;
