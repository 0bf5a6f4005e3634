package godmode.detectors.read.variables;

import godmode.detectors.read.yaml.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values that variables have in a project: what its {@code .env} says. The environment of the
 * process that runs godmode is not part of the repository and is never asked.
 */
public final class Variables {
  public static final Variables NONE = new Variables(Map.of());

  private final Map<String, Located> values;

  /** Variables with these values; names without one are left out. */
  public Variables(Map<String, Located> values) {
    this.values = new LinkedHashMap<>(values);
    this.values.values().removeIf(Located::isNull);
  }

  public Optional<Located> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These values, and below them those of another file. */
  public Variables over(Variables below) {
    Map<String, Located> all = new LinkedHashMap<>(below.values);
    all.putAll(values);
    return new Variables(all);
  }
}
