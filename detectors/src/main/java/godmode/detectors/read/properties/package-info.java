/** Java properties and TOML files, flattened to dotted keys that know their lines. */
@NullMarked
package godmode.detectors.read.properties;

import org.jspecify.annotations.NullMarked;
