/** Who is there, and who has what. */
@NullMarked
package godmode.templates.code.membership;

import org.jspecify.annotations.NullMarked;
