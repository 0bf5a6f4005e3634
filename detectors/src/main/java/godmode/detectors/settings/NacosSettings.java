package godmode.detectors.settings;

import java.util.List;
import java.util.Set;

/** Nacos: its members are listed in {@code NACOS_SERVERS}. */
final class NacosSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("nacos");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      if (setting.key().equals("NACOS_SERVERS")) {
        into.members(Lists.of(setting.value()), setting);
      }
    }
  }
}
