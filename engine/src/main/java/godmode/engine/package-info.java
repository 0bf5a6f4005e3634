/** The one way from files to documents, wired once for every face of the program. */
@NullMarked
package godmode.engine;

import org.jspecify.annotations.NullMarked;
