@NullMarked
package godmode.templates.chaos;

import org.jspecify.annotations.NullMarked;
