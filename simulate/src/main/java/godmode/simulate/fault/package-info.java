/** What goes wrong when: schedules of faults as data. */
@NullMarked
package godmode.simulate.fault;

import org.jspecify.annotations.NullMarked;
