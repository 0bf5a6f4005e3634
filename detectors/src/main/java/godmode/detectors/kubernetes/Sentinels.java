package godmode.detectors.kubernetes;

import godmode.core.catalog.Technologies;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.Programs;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Containers that run Redis as a Sentinel, which watches servers and holds no data. */
final class Sentinels {
  private Sentinels() {}

  /** Whether a container runs Redis or Valkey, as a Sentinel or not. */
  static boolean isRedis(Located container, Technologies known) {
    return known
        .byImage(container.text("image").orElse(""))
        .filter(technology -> technology.id().matches("redis|valkey"))
        .isPresent();
  }

  /**
   * Whether a container is started as a Sentinel: by its program, by the switch of the server, by
   * an image that is nothing else, or by a variable of that name that is on.
   */
  static boolean isSentinel(Located container, Technologies known) {
    String image = Images.baseName(container.text("image").orElse("")).toLowerCase(Locale.ROOT);
    boolean redis = isRedis(container, known);
    List<String> command =
        Stream.of("command", "args")
            .flatMap(field -> items(container, field).stream())
            .flatMap(word -> word.text().stream())
            .toList();
    boolean on =
        items(container, "env").stream()
            .anyMatch(
                variable ->
                    variable.text("name").filter("SENTINEL"::equals).isPresent()
                        && variable.text("value").filter("true"::equals).isPresent());
    return redis && (Programs.isSentinel(command) || on || image.contains("sentinel"));
  }

  private static List<Located> items(Located container, String field) {
    return container.at(field).map(Located::items).orElse(List.of());
  }
}
