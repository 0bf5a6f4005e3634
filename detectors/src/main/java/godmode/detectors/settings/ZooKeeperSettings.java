package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ensembles of ZooKeeper: {@code ZOO_SERVERS} of the official image, {@code ZOOKEEPER_SERVERS} of
 * Confluent's, {@code server.N} of zoo.cfg, and {@code --servers} of the Kubernetes tutorial's.
 */
final class ZooKeeperSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("zookeeper");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    List<String> listed = new ArrayList<>();
    Optional<WrittenSetting> first = Optional.empty();
    for (WrittenSetting setting : written) {
      switch (setting.key()) {
        case "ZOO_SERVERS" -> servers(setting.value().split("[,\\s]+", -1), setting, into);
        case "ZOOKEEPER_SERVERS" -> servers(setting.value().split("[;,]", -1), setting, into);
        case "forceSync", "zookeeper.forceSync" -> {
          if (Switches.isOff(setting.value())) {
            into.say(Attributes.FLUSH, "never", setting.at());
          }
        }
        case "servers" -> {
          if (Numbers.of(setting.value()).isPresent()) {
            into.number(Attributes.PEERS, setting);
          }
        }
        default -> {
          if (setting.key().matches("server\\.\\d+")) {
            listed.add(setting.value());
            first = first.or(() -> Optional.of(setting));
          }
        }
      }
    }
    first.ifPresent(at -> servers(listed.toArray(String[]::new), at, into));
  }

  /** {@code server.1=zoo1:2888:3888;2181}, or the same without the number. */
  private static void servers(String[] entries, WrittenSetting at, Reading into) {
    List<String> hosts = new ArrayList<>();
    int observers = 0;
    for (String entry : entries) {
      String address = entry.substring(entry.indexOf('=') + 1).strip();
      if (!address.isEmpty() && !address.equals("::")) {
        hosts.add(address);
        observers += address.contains(":observer") ? 1 : 0;
      }
    }
    into.members(hosts, at);
    if (observers > 0 && !at.value().contains("$")) {
      into.say(Attributes.VOTERS, hosts.size() - observers, at.at());
    }
  }
}
