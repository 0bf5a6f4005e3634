package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Infinispan servers: what their clustered caches do when the cluster is split. XML writes keys
 * with dashes, YAML and JSON in camel case or with dashes.
 */
final class InfinispanSettings implements TechnologySettings {
  /** The standard, and what a cache does that says nothing. */
  private static final String BOTH_SIDES = "ALLOW_READ_WRITES";

  private static final Set<String> REFUSING = Set.of("DENY_READ_WRITES", "ALLOW_READS");

  @Override
  public Set<String> technologies() {
    return Set.of("infinispan");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    List<WrittenSetting> grid =
        written.stream().filter(it -> plain(it).startsWith("infinispan.cachecontainer.")).toList();
    List<WrittenSetting> handling = ending(grid, ".partitionhandling.whensplit");
    Optional<WrittenSetting> cache =
        grid.stream()
            .filter(it -> plain(it).matches(".*\\.(distributed|replicated)cache\\..*"))
            .findFirst();
    Optional<WrittenSetting> unread =
        handling.stream().filter(it -> !isWord(it.value())).findFirst();
    Optional<WrittenSetting> refusing =
        handling.stream().filter(it -> REFUSING.contains(it.value())).findFirst();
    Optional<WrittenSetting> merged =
        ending(grid, ".partitionhandling.mergepolicy").stream()
            .filter(it -> !it.value().equals("NONE"))
            .findFirst();
    if (unread.isPresent()) {
      into.gap(Attributes.PARTITION_HANDLING, unread.get());
    } else if (refusing.isPresent()) {
      into.say(Attributes.PARTITION_HANDLING, refusing.get().value(), refusing.get().at());
    } else if (merged.isPresent()) {
      into.say(
          Attributes.PARTITION_HANDLING, "merge-policy " + merged.get().value(), merged.get().at());
    } else if (!handling.isEmpty()) {
      into.say(Attributes.PARTITION_HANDLING, BOTH_SIDES, handling.get(0).at());
    } else if (cache.isPresent() && isWhole(grid)) {
      into.conclude(Attributes.PARTITION_HANDLING, BOTH_SIDES, cache.get().at());
    }
  }

  /** Whether no cache takes its configuration from a template that is written elsewhere. */
  private static boolean isWhole(List<WrittenSetting> grid) {
    boolean templates = grid.stream().anyMatch(it -> plain(it).contains("cacheconfiguration."));
    Stream<WrittenSetting> references =
        ending(grid, "cache.configuration").stream()
            .filter(it -> !it.value().startsWith("org.infinispan."));
    return grid.stream().noneMatch(it -> plain(it).endsWith(".partitionhandling.enabled"))
        && (templates || references.findAny().isEmpty());
  }

  private static boolean isWord(String value) {
    return value.equals(BOTH_SIDES) || REFUSING.contains(value);
  }

  private static List<WrittenSetting> ending(List<WrittenSetting> grid, String end) {
    return grid.stream().filter(it -> plain(it).endsWith(end)).toList();
  }

  private static String plain(WrittenSetting setting) {
    return setting.key().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
