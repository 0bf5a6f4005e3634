package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;

/** MySQL and MariaDB: when a commit reaches the disk, and what begins a group without a vote. */
final class MySqlSettings implements TechnologySettings {
  @Override
  public Set<String> technologies() {
    return Set.of("mysql", "galera", "mysql-group-replication");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      switch (setting.key().replace('-', '_').replaceFirst("^loose_", "")) {
        case "innodb_flush_log_at_trx_commit" -> flush(setting, into);
        case "group_replication_bootstrap_group" -> {
          if (Switches.isOn(setting.value())) {
            into.say(Attributes.QUORUM_OVERRIDE, "group_replication_bootstrap_group", setting.at());
          }
        }
        case "wsrep_provider_options" -> provider(setting, into);
        case "wsrep_cluster_address", "WSREP_CLUSTER_ADDRESS", "MARIADB_GALERA_CLUSTER_ADDRESS" -> {
          if (setting.value().strip().equals("gcomm://")) {
            into.say(Attributes.BOOTSTRAP_SETTING, "gcomm:// without an address", setting.at());
          }
        }
        case "wsrep_new_cluster", "MARIADB_GALERA_FORCE_SAFETOBOOTSTRAP" -> {
          if (Switches.isOn(setting.value())) {
            into.say(Attributes.BOOTSTRAP_SETTING, setting.key(), setting.at());
          }
        }
        default -> {}
      }
    }
  }

  /** 1 flushes at each commit; 0 and 2 about once a second. */
  private static void flush(WrittenSetting setting, Reading into) {
    switch (setting.value().strip()) {
      case "1" -> into.say(Attributes.FLUSH, "each-write", setting.at());
      case "0", "2" -> into.say(Attributes.FLUSH, "each-second", setting.at());
      default -> into.gap(Attributes.FLUSH, setting);
    }
  }

  private static void provider(WrittenSetting setting, Reading into) {
    for (String option : setting.value().split(";", -1)) {
      String[] sides = option.strip().split("\\s*=\\s*", -1);
      boolean overrides = sides[0].equals("pc.ignore_sb") || sides[0].equals("pc.ignore_quorum");
      if (sides.length == 2 && overrides && Switches.isOn(sides[1])) {
        into.say(Attributes.QUORUM_OVERRIDE, sides[0], setting.at());
      }
    }
  }
}
