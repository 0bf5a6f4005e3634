/** Facts about technologies: one YAML file each, bound strictly to the types of {@code core}. */
@NullMarked
package godmode.catalog;

import org.jspecify.annotations.NullMarked;
