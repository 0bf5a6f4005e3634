@NullMarked
package godmode.templates.github;

import org.jspecify.annotations.NullMarked;
