package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RabbitMQ: the nodes that rabbitmq.conf lists by name, and what they do in a partition. */
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
      if (setting.key().equals("cluster_partition_handling")
          || setting.key().equals("RABBITMQ_CLUSTER_PARTITION_HANDLING")) {
        handling(setting, into);
      }
      if (setting.key().matches("cluster_formation\\.classic_config\\.nodes\\.\\d+")) {
        hosts.add(setting.value().substring(setting.value().indexOf('@') + 1));
        first = first.or(() -> Optional.of(setting));
      }
    }
    first.ifPresent(at -> into.members(hosts, at));
  }

  private static void handling(WrittenSetting setting, Reading into) {
    if (setting.value().matches("[a-z_]+")) {
      into.say(Attributes.PARTITION_HANDLING, setting.value(), setting.at());
    } else {
      into.gap(Attributes.PARTITION_HANDLING, setting);
    }
  }
}
