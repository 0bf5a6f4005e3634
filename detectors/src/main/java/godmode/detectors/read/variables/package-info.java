/** Variables in texts, as Compose, {@code .env} files and Dockerfiles write them. */
@NullMarked
package godmode.detectors.read.variables;

import org.jspecify.annotations.NullMarked;
