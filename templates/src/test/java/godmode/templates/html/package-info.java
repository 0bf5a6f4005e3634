@NullMarked
package godmode.templates.html;

import org.jspecify.annotations.NullMarked;
