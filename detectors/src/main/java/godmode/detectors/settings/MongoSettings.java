package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replica sets of MongoDB that a command line or script initiates. */
final class MongoSettings implements TechnologySettings {
  private static final Pattern HOST =
      Pattern.compile("['\"]?\\bhost['\"]?\\s*:\\s*\\\\?['\"]([^'\"\\\\]+)");

  private static final Pattern ARBITER =
      Pattern.compile("arbiterOnly['\"]?\\s*:\\s*true|rs\\.addArb\\(");

  @Override
  public Set<String> technologies() {
    return Set.of("mongodb");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    for (WrittenSetting setting : written) {
      if (setting.value().contains("rs.initiate") || setting.value().contains("replSetInitiate")) {
        List<String> hosts = new ArrayList<>();
        Matcher matcher = HOST.matcher(setting.value());
        while (matcher.find()) {
          hosts.add(matcher.group(1));
        }
        into.members(hosts, setting);
        int arbiters = count(ARBITER, setting.value());
        if (arbiters > 0) {
          into.say(Attributes.ARBITERS, arbiters, setting.at());
        }
      } else if (setting.key().equals("MONGODB_REPLICA_SET_MODE")
          && setting.value().equals("arbiter")) {
        into.say(Attributes.ARBITERS, 1, setting.at());
      } else if (setting.key().equals("nojournal") && Switches.isOn(setting.value())) {
        into.say(Attributes.FLUSH, "never", setting.at());
      }
    }
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
