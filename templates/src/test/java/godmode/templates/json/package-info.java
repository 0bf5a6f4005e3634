@NullMarked
package godmode.templates.json;

import org.jspecify.annotations.NullMarked;
