/** Evidence on what the repository builds: modules that can be started. */
@NullMarked
package godmode.detectors.modules;

import org.jspecify.annotations.NullMarked;
