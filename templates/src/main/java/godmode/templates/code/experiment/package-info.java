/** Faults to try, each with its end and a way back. */
@NullMarked
package godmode.templates.code.experiment;

import org.jspecify.annotations.NullMarked;
