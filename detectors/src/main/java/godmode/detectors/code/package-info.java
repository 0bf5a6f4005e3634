/** What the sources of applications show without being parsed, in any language. */
@NullMarked
package godmode.detectors.code;

import org.jspecify.annotations.NullMarked;
