/** What build files say: modules, their names, dependencies and plugins, each with its line. */
@NullMarked
package godmode.detectors.read.build;

import org.jspecify.annotations.NullMarked;
