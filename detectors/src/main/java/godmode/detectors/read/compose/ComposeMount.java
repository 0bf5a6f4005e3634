package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;

/**
 * A volume or folder that is mounted into a container.
 *
 * @param type {@code volume}, {@code bind}, {@code tmpfs} or another word of the specification
 * @param source the volume's name or the host's path, as written; empty for an anonymous volume
 * @param target the path inside the container
 */
public record ComposeMount(String type, String source, String target, Place place) {
  /** Reads one item of {@code volumes}; empty where it has no target. */
  static Optional<ComposeMount> of(Located item) {
    if (item.isMapping()) {
      return item.text("target")
          .map(
              target ->
                  new ComposeMount(
                      item.text("type").orElse("volume"),
                      item.at("source").map(Located::written).orElse(""),
                      target,
                      item.place()));
    }
    List<String> parts = Words.outsideBraces(item.written(), ':');
    if (parts.size() > 1
        && parts.get(0).length() == 1
        && Character.isLetter(item.written().charAt(0))) {
      // A Windows path: the colon behind the drive's letter separates nothing.
      parts = Words.joinFirstTwo(parts);
    }
    if (parts.isEmpty() || item.written().isBlank()) {
      return Optional.empty();
    }
    boolean anonymous = parts.size() == 1;
    String source = anonymous ? "" : parts.get(0);
    String target = anonymous ? parts.get(0) : parts.get(1);
    return Optional.of(new ComposeMount(typeOf(source), source, target, item.place()));
  }

  private static String typeOf(String source) {
    boolean path =
        source.startsWith(".")
            || source.startsWith("/")
            || source.startsWith("~")
            || source.startsWith("$")
            || source.contains(":");
    return path ? "bind" : "volume";
  }
}
