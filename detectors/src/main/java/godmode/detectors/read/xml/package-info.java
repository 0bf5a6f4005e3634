/** XML as elements that know their lines. */
@NullMarked
package godmode.detectors.read.xml;

import org.jspecify.annotations.NullMarked;
