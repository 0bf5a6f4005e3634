package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL: whether a commit waits for the disk and for a standby. */
final class PostgresSettings implements TechnologySettings {
  private static final Pattern COUNTED =
      Pattern.compile("^(?:(?:ANY|FIRST)\\s+)?(\\d{1,3})\\s*\\(", Pattern.CASE_INSENSITIVE);

  /** {@code on}, {@code remote_apply}; no expression. */
  private static final Pattern WORD = Pattern.compile("[a-z_]+|1");

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
      if (number) {
        into.number(Attributes.SYNCHRONOUS_COPIES, setting);
      } else if (standbys) {
        into.say(Attributes.SYNCHRONOUS_COPIES, standbys(setting.value()), setting.at());
      }
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      boolean bypassed = key.equals("fsync") || key.equals("full_page_writes");
      if (bypassed && Switches.isOff(setting.value())) {
        into.say(Attributes.FLUSH, "never", setting.at());
      }
    }
    flushed(written, into);
  }

  /** A commit waits for the disk only where nothing said that it need not. */
  private static void flushed(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      if (key.equals("synchronous_commit") && Switches.isOff(setting.value())) {
        into.say(Attributes.FLUSH, "each-second", setting.at());
      }
    }
    for (WrittenSetting setting : written) {
      String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      boolean commits = key.equals("fsync") || key.equals("synchronous_commit");
      if (commits && !Switches.isOff(setting.value()) && WORD.matcher(setting.value()).matches()) {
        into.say(Attributes.FLUSH, "each-write", setting.at());
      }
    }
  }

  /** {@code ANY 2 (a, b, c)} and {@code 2 (a, b)} wait for two; a list alone for its first. */
  private static int standbys(String value) {
    Matcher counted = COUNTED.matcher(value.strip());
    return counted.find() ? Integer.parseInt(counted.group(1)) : 1;
  }
}
