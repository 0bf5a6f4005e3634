/** What Java code does outside its process, traced from method to method. */
@NullMarked
package godmode.detectors.flows;

import org.jspecify.annotations.NullMarked;
