/** What people wrote: the design record, answers, accepted findings, configuration. */
@NullMarked
package godmode.record;

import org.jspecify.annotations.NullMarked;
