/** What happens to a message on its way. */
@NullMarked
package godmode.simulate.network;

import org.jspecify.annotations.NullMarked;
