/** Patterns as source code, each with the tests that inject the fault it is for. */
@NullMarked
package godmode.templates.code;

import org.jspecify.annotations.NullMarked;
