/** The bully election: Garcia-Molina, IEEE Transactions on Computers 31(1), 1982. */
@NullMarked
package godmode.simulate.protocol.bully;

import org.jspecify.annotations.NullMarked;
