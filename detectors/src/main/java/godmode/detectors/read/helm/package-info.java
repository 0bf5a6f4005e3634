/**
 * Helm charts rendered without Helm: the templates that can be computed from the chart and its
 * values, and for the rest the reason why not.
 *
 * <p>Start at {@link godmode.detectors.read.helm.HelmCharts}. {@code TemplateParser} makes {@link
 * godmode.detectors.read.helm.Node} trees, {@code Renderer} runs them, {@code Output} remembers
 * which line of a template wrote what, and {@code RenderedText} reads that as YAML.
 */
@NullMarked
package godmode.detectors.read.helm;

import org.jspecify.annotations.NullMarked;
