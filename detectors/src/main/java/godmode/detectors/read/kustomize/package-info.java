/**
 * Kustomizations built as {@code kustomize build} would: bases, components, patches, generators and
 * the common transformers, with the place of every value kept.
 *
 * <p>Start at {@link godmode.detectors.read.kustomize.Kustomizations}. What is not applied is
 * reported, never left out in silence.
 */
@NullMarked
package godmode.detectors.read.kustomize;

import org.jspecify.annotations.NullMarked;
