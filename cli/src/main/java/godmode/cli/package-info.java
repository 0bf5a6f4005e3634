/** Commands, the terminal interview, exit codes, and the way into the program. */
@NullMarked
package godmode.cli;

import org.jspecify.annotations.NullMarked;
