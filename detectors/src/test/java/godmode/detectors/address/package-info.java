/** Addresses inside the values of settings. */
@NullMarked
package godmode.detectors.address;

import org.jspecify.annotations.NullMarked;
