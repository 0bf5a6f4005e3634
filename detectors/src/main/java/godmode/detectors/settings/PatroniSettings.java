package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;

/** Patroni: whether a write waits for a standby. */
final class PatroniSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("patroni");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      if (key.equals("synchronous_mode")) {
        boolean synchronous = Set.of("true", "on", "yes", "quorum").contains(setting.value());
        into.say(
            Attributes.REPLICATION_MODE,
            synchronous ? "synchronous" : "asynchronous",
            setting.at());
      }
    }
  }
}
