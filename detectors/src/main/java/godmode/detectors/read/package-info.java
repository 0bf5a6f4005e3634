/**
 * The readers' floor: formats become located trees here, and nothing is concluded.
 *
 * <p>This package holds the door to the disk and what all readers share; each format has a package
 * of its own below. A reader never throws on bad input: it returns what it could read and a {@link
 * godmode.detectors.read.ReadProblem} for the rest.
 */
@NullMarked
package godmode.detectors.read;

import org.jspecify.annotations.NullMarked;
