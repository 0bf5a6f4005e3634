package godmode.detectors.read.helm;

import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a dependency takes part: {@code condition} first, then {@code tags}. */
final class Conditions {
  private Conditions() {}

  /** As Helm decides: the first condition that has a value; else any tag that is on. */
  static boolean enabled(Located dependency, Map<String, Object> values) {
    for (String path : dependency.text("condition").orElse("").split(",", -1)) {
      Optional<Boolean> flag = flag(values, path.strip());
      if (flag.isPresent()) {
        return flag.get();
      }
    }
    boolean off = false;
    for (Located tag : dependency.at("tags").map(Located::items).orElse(List.of())) {
      Optional<Boolean> flag = flag(values, "tags." + tag.written());
      if (flag.filter(on -> on).isPresent()) {
        return true;
      }
      off |= flag.isPresent();
    }
    return !off;
  }

  private static Optional<Boolean> flag(Map<String, Object> values, String path) {
    Object here = values;
    for (String key : path.split("\\.", -1)) {
      here = Values.asMap(here).getOrDefault(key, Values.NOTHING);
    }
    return here instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }
}
