/** From answers to choices: the decision table, contradictions, and what the catalog drafts. */
@NullMarked
package godmode.core.decide;

import org.jspecify.annotations.NullMarked;
