package godmode.detectors.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RabbitMQ: the nodes that rabbitmq.conf lists by name. */
final class RabbitSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("rabbitmq");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    List<String> hosts = new ArrayList<>();
    Optional<WrittenSetting> first = Optional.empty();
    for (WrittenSetting setting : written) {
      if (setting.key().matches("cluster_formation\\.classic_config\\.nodes\\.\\d+")) {
        hosts.add(setting.value().substring(setting.value().indexOf('@') + 1));
        first = first.or(() -> Optional.of(setting));
      }
    }
    first.ifPresent(at -> into.members(hosts, at));
  }
}
