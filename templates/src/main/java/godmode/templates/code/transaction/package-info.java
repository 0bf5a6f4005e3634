/** Changes over several services or stores. */
@NullMarked
package godmode.templates.code.transaction;

import org.jspecify.annotations.NullMarked;
