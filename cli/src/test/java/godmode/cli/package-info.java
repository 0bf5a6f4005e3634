@NullMarked
package godmode.cli;

import org.jspecify.annotations.NullMarked;
