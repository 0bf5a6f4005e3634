/**
 * Models, explorer and witnesses: how an unsound design breaks, and over which bounds a sound one
 * was tried.
 */
@NullMarked
package godmode.simulate;

import org.jspecify.annotations.NullMarked;
