@NullMarked
package godmode.detectors.read.servers;

import org.jspecify.annotations.NullMarked;
