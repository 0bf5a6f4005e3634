@NullMarked
package godmode.detectors.read.java;

import org.jspecify.annotations.NullMarked;
