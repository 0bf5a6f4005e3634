/** Mechanisms as records and pure step functions: what can happen next, in a fixed order. */
@NullMarked
package godmode.simulate.model;

import org.jspecify.annotations.NullMarked;
