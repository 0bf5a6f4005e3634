/**
 * What the settings of a server say of it, whatever file they stand in: each technology maps its
 * own keys to our attributes.
 */
@NullMarked
package godmode.detectors.settings;

import org.jspecify.annotations.NullMarked;
