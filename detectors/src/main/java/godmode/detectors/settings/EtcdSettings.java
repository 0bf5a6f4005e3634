package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Members of etcd: {@code ETCD_INITIAL_CLUSTER}, {@code --initial-cluster}, or the same in YAML.
 */
final class EtcdSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("etcd");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      switch (flag(setting.key())) {
        case "initial-cluster" -> into.members(members(setting.value()), setting);
        case "heartbeat-interval" -> into.millis(Attributes.HEARTBEAT, setting);
        case "election-timeout" -> into.millis(Attributes.ELECTION_TIMEOUT, setting);
        case "unsafe-no-fsync" -> {
          if (Switches.isOn(setting.value())) {
            into.say(Attributes.FLUSH, "never", setting.at());
          }
        }
        case "force-new-cluster" -> {
          if (Switches.isOn(setting.value())) {
            into.say(Attributes.QUORUM_OVERRIDE, "force-new-cluster", setting.at());
          }
        }
        default -> {}
      }
    }
  }

  /** {@code ETCD_INITIAL_CLUSTER} is {@code --initial-cluster}. */
  private static String flag(String key) {
    return key.startsWith("ETCD_")
        ? key.substring("ETCD_".length()).toLowerCase(Locale.ROOT).replace('_', '-')
        : key;
  }

  /** {@code a=http://etcd-a:2380,b=http://etcd-b:2380}. */
  private static List<String> members(String value) {
    List<String> hosts = new ArrayList<>();
    for (String member : value.split(",", -1)) {
      if (member.indexOf('=') > 0) {
        hosts.add(Hosts.withoutScheme(member.substring(member.indexOf('=') + 1)));
      }
    }
    return hosts;
  }
}
