package godmode.detectors.settings;

import java.util.List;
import java.util.stream.Stream;

/** Lists in one text. */
final class Lists {
  private Lists() {}

  /** The items between commas or blanks; brackets and quotes do not count. */
  static List<String> of(String text) {
    return Stream.of(text.split("[,\\s\\[\\]\"']+", -1)).filter(item -> !item.isEmpty()).toList();
  }
}
