/** What is known, how it came to be known, and how far it can be trusted. */
@NullMarked
package godmode.core.fact;

import org.jspecify.annotations.NullMarked;
