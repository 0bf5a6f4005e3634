package godmode.detectors.read.helm;

import godmode.core.evidence.Environment;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;

/**
 * A chart that another one depends on and that is not in the repository.
 *
 * @param unit folder of the chart that depends on it
 * @param name what the chart is called where it comes from
 * @param key under which the values of the other chart configure it: its alias, or its name
 * @param release what the other chart is released as
 * @param values files that may configure it, the one that wins first
 * @param at where the dependency is written
 */
public record AbsentChart(
    String unit,
    Environment environment,
    String name,
    String key,
    String release,
    List<Located> values,
    Place at) {
  public AbsentChart {
    values = List.copyOf(values);
  }

  /** What the repository sets for it under a path of its own values. */
  public Optional<Located> value(String path) {
    return values.stream()
        .flatMap(file -> file.at(key).stream())
        .flatMap(own -> own.get(path).stream())
        .findFirst();
  }
}
