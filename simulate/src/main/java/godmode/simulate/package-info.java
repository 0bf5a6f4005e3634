/** Models, explorer and witnesses: how an unsound design breaks. Nothing here yet. */
@NullMarked
package godmode.simulate;

import org.jspecify.annotations.NullMarked;
