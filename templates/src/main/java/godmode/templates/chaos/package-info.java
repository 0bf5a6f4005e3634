/** Experiments and checks for people to run; nothing here is ever run by this program. */
@NullMarked
package godmode.templates.chaos;

import org.jspecify.annotations.NullMarked;
