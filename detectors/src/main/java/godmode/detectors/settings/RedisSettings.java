package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Redis, Valkey and their Sentinels. */
final class RedisSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("redis", "valkey");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      switch (setting.key()) {
        case "REDIS_SENTINEL_QUORUM", "VALKEY_SENTINEL_QUORUM", "SENTINEL_QUORUM" ->
            into.number(Attributes.SENTINEL_QUORUM, setting);
        case "sentinel" -> monitor(setting, into);
        case "min-replicas-to-write", "min-slaves-to-write" ->
            into.number(Attributes.MIN_REPLICAS_TO_WRITE, setting);
        case "maxmemory-policy", "REDIS_MAXMEMORY_POLICY", "VALKEY_MAXMEMORY_POLICY" ->
            eviction(setting, into);
        default -> {}
      }
    }
    persistence(written, into);
  }

  /** {@code sentinel monitor <name> <host> <port> <quorum>}. */
  private static void monitor(WrittenSetting setting, Reading into) {
    String[] words = setting.value().split("\\s+", -1);
    if (words.length == 5 && words[0].equals("monitor")) {
      into.number(
          Attributes.SENTINEL_QUORUM,
          new WrittenSetting("sentinel monitor", words[4], setting.at()));
    }
  }

  private static void eviction(WrittenSetting setting, Reading into) {
    if (setting.value().matches("[a-z-]+")) {
      into.say(Attributes.EVICTION, setting.value(), setting.at());
    } else {
      into.gap(Attributes.EVICTION, setting);
    }
  }

  /** Nothing reaches the disk if snapshots are switched off and the log is not switched on. */
  private static void persistence(List<WrittenSetting> written, Reading into) {
    boolean log =
        first(written, "appendonly", "REDIS_AOF_ENABLED", "VALKEY_AOF_ENABLED")
            .filter(setting -> !setting.value().equals("no"))
            .isPresent();
    first(written, "appendfsync")
        .filter(setting -> log)
        .ifPresent(
            setting -> {
              switch (setting.value()) {
                case "always" -> into.say(Attributes.FLUSH, "each-write", setting.at());
                case "everysec" -> into.say(Attributes.FLUSH, "each-second", setting.at());
                case "no" -> into.say(Attributes.FLUSH, "never", setting.at());
                default -> into.gap(Attributes.FLUSH, setting);
              }
            });
    first(written, "save")
        .filter(setting -> setting.value().isEmpty() && !log)
        .ifPresent(setting -> into.say(Attributes.PERSISTENT, false, setting.at()));
  }

  private static Optional<WrittenSetting> first(List<WrittenSetting> written, String... keys) {
    return written.stream().filter(setting -> Set.of(keys).contains(setting.key())).findFirst();
  }
}
