/** The design under review: subjects with facts, one design for each environment. */
@NullMarked
package godmode.core.design;

import org.jspecify.annotations.NullMarked;
