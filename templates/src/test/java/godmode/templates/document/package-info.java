@NullMarked
package godmode.templates.document;

import org.jspecify.annotations.NullMarked;
