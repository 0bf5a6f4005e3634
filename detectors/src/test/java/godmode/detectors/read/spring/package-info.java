@NullMarked
package godmode.detectors.read.spring;

import org.jspecify.annotations.NullMarked;
