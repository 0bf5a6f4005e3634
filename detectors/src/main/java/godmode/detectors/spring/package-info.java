/** Evidence from Spring configuration: whom an application connects to, and what for. */
@NullMarked
package godmode.detectors.spring;

import org.jspecify.annotations.NullMarked;
