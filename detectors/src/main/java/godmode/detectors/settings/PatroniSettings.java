package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Patroni: whether a write waits for a standby, and how long a leader lives unseen. */
final class PatroniSettings implements TechnologySettings {
  private static final List<String> TIMING = List.of("ttl", "loop_wait", "retry_timeout");

  @Override
  public Set<String> technologies() {
    return Set.of("patroni");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    Map<String, WrittenSetting> timing = new HashMap<>();
    for (WrittenSetting setting : written) {
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      if (key.equals("synchronous_mode")) {
        boolean synchronous = Set.of("true", "on", "yes", "quorum").contains(setting.value());
        into.say(
            Attributes.REPLICATION_MODE,
            synchronous ? "synchronous" : "asynchronous",
            setting.at());
      } else if (TIMING.contains(key)) {
        timing.putIfAbsent(key, setting);
      }
    }
    lease(timing, into);
  }

  /**
   * The lease lasts for {@code ttl}; a leader that cannot reach the store gives up after {@code
   * loop_wait + 2 * retry_timeout} (Patroni, Dynamic Configuration Settings). All in seconds.
   */
  private static void lease(Map<String, WrittenSetting> timing, Reading into) {
    List<Integer> seconds =
        TIMING.stream()
            .flatMap(key -> Optional.ofNullable(timing.get(key)).stream())
            .flatMap(setting -> Numbers.of(setting.value()).stream())
            .toList();
    if (seconds.size() == TIMING.size()) {
      into.say(Attributes.ELECTION_TIMEOUT, Duration.ofSeconds(seconds.get(0)), at("ttl", timing));
      into.say(
          Attributes.HEARTBEAT,
          Duration.ofSeconds(seconds.get(1) + 2L * seconds.get(2)),
          at("retry_timeout", timing));
    }
  }

  private static Place at(String key, Map<String, WrittenSetting> timing) {
    WrittenSetting setting = timing.get(key);
    if (setting == null) {
      throw new IllegalStateException(key + " was read before");
    }
    return setting.at();
  }
}
