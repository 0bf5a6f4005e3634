package godmode.detectors.settings;

import java.util.ArrayList;
import java.util.List;
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
      if (setting.key().equals("ETCD_INITIAL_CLUSTER") || setting.key().equals("initial-cluster")) {
        into.members(members(setting.value()), setting);
      }
    }
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
