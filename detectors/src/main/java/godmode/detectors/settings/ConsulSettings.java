package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;

/** Consul servers: how many of them begin a cluster together. */
final class ConsulSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("consul");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      if (Set.of("bootstrap-expect", "bootstrap_expect", "CONSUL_BOOTSTRAP_EXPECT")
          .contains(setting.key())) {
        into.number(Attributes.PEERS, setting);
      }
      if (setting.key().equals("bootstrap") && Switches.isOn(setting.value())) {
        into.say(Attributes.BOOTSTRAP_SETTING, "bootstrap", setting.at());
      }
    }
  }
}
