/** Hazards of copies: how many there are, and how many must have a write. */
@NullMarked
package godmode.rules.replication;

import org.jspecify.annotations.NullMarked;
