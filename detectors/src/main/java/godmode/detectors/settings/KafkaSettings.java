package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kafka brokers. Images turn {@code KAFKA_MIN_INSYNC_REPLICAS} and {@code
 * KAFKA_CFG_MIN_INSYNC_REPLICAS} into {@code min.insync.replicas} of server.properties.
 */
final class KafkaSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("kafka");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      switch (property(setting.key())) {
        case "min.insync.replicas" -> into.number(Attributes.MIN_INSYNC_REPLICAS, setting);
        case "default.replication.factor" -> into.number(Attributes.REPLICATION_FACTOR, setting);
        case "unclean.leader.election.enable" ->
            into.flag(Attributes.UNCLEAN_LEADER_ELECTION, setting);
        case "offsets.topic.replication.factor" ->
            into.number(Attributes.OFFSETS_REPLICATION_FACTOR, setting);
        case "transaction.state.log.replication.factor" ->
            into.number(Attributes.TRANSACTIONS_REPLICATION_FACTOR, setting);
        case "controller.quorum.voters" -> into.members(voters(setting.value()), setting);
        default -> {}
      }
    }
  }

  private static String property(String key) {
    for (String prefix : List.of("KAFKA_CFG_", "KAFKA_")) {
      if (key.startsWith(prefix)) {
        return key.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.');
      }
    }
    return key;
  }

  /** {@code 1@kafka-1:9093,2@kafka-2:9093}. */
  private static List<String> voters(String value) {
    List<String> hosts = new ArrayList<>();
    for (String voter : value.split(",", -1)) {
      if (voter.indexOf('@') > 0) {
        hosts.add(voter.substring(voter.indexOf('@') + 1).strip());
      }
    }
    return hosts;
  }
}
