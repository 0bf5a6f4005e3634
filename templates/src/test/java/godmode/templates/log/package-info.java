@NullMarked
package godmode.templates.log;

import org.jspecify.annotations.NullMarked;
