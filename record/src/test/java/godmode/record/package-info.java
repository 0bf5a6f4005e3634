@NullMarked
package godmode.record;

import org.jspecify.annotations.NullMarked;
