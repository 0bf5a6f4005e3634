@NullMarked
package godmode.templates;

import org.jspecify.annotations.NullMarked;
