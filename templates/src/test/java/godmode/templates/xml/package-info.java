@NullMarked
package godmode.templates.xml;

import org.jspecify.annotations.NullMarked;
