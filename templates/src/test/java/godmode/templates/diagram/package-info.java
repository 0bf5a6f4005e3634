@NullMarked
package godmode.templates.diagram;

import org.jspecify.annotations.NullMarked;
