/**
 * What is known about technologies: the types; the facts themselves are data in the catalog module.
 */
@NullMarked
package godmode.core.catalog;

import org.jspecify.annotations.NullMarked;
