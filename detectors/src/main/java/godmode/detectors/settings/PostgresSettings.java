package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;

/** PostgreSQL: whether a commit waits for the disk and for a standby. */
final class PostgresSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("postgresql", "patroni", "citus");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      boolean standbys =
          setting.key().equals("synchronous_standby_names") && !setting.value().isEmpty();
      boolean number =
          setting.key().equals("POSTGRESQL_NUM_SYNCHRONOUS_REPLICAS")
              && Numbers.of(setting.value()).filter(count -> count > 0).isPresent();
      if (standbys || number) {
        into.say(Attributes.REPLICATION_MODE, "synchronous", setting.at());
      }
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      boolean bypassed = key.equals("fsync") || key.equals("full_page_writes");
      if (bypassed && Switches.isOff(setting.value())) {
        into.say(Attributes.FLUSH, "never", setting.at());
      }
    }
    for (WrittenSetting setting : written) {
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      if (key.equals("synchronous_commit") && Switches.isOff(setting.value())) {
        into.say(Attributes.FLUSH, "each-second", setting.at());
      }
    }
  }
}
