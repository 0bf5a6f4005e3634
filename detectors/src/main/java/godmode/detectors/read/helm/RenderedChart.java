package godmode.detectors.read.helm;

import godmode.core.evidence.Environment;
import godmode.detectors.read.yaml.Located;
import java.util.List;

/**
 * What one chart deploys with one set of values.
 *
 * @param folder of the chart; empty for the reviewed directory itself
 * @param documents what its templates render to, at the lines of the templates
 * @param absent charts it depends on that are not in the repository
 */
public record RenderedChart(
    String folder, Environment environment, List<Located> documents, List<AbsentChart> absent) {
  public RenderedChart {
    documents = List.copyOf(documents);
    absent = List.copyOf(absent);
  }
}
