@NullMarked
package godmode.templates.text;

import org.jspecify.annotations.NullMarked;
