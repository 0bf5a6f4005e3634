@NullMarked
package godmode.detectors.spring;

import org.jspecify.annotations.NullMarked;
