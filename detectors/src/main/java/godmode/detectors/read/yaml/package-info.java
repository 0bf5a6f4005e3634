/**
 * YAML and JSON as trees in which every value knows the line and column that set it.
 *
 * <p>Start at {@link godmode.detectors.read.yaml.YamlReader}; walk a {@link
 * godmode.detectors.read.yaml.Located}.
 */
@NullMarked
package godmode.detectors.read.yaml;

import org.jspecify.annotations.NullMarked;
