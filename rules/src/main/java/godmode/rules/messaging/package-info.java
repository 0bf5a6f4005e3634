/** Hazards of messages that are sent, handled and acknowledged. */
@NullMarked
package godmode.rules.messaging;

import org.jspecify.annotations.NullMarked;
