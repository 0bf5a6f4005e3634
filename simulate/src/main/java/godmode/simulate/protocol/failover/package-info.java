/** A primary with backups: Alsberg and Day, ICSE 1976; views after Oki and Liskov, PODC 1988. */
@NullMarked
package godmode.simulate.protocol.failover;

import org.jspecify.annotations.NullMarked;
