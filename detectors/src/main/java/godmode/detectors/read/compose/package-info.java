/**
 * Docker Compose projects as Compose itself would see them: files found, interpolated, extended,
 * included and merged, with the place of every value kept.
 *
 * <p>{@link godmode.detectors.read.compose.ComposeProjects} finds the projects of a repository;
 * {@code ProjectReader} makes one of its files in the order of the Compose Specification: {@code
 * FileShape} (short forms to long ones), {@code Variables}, {@code ServicePaths}, {@code Extends},
 * {@code MergeRules}, {@code ServiceEnvironment}.
 */
@NullMarked
package godmode.detectors.read.compose;

import org.jspecify.annotations.NullMarked;
