package godmode.detectors.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replica sets of MongoDB that a command line or script initiates. */
final class MongoSettings implements TechnologySettings {
  private static final Pattern HOST =
      Pattern.compile("['\"]?\\bhost['\"]?\\s*:\\s*\\\\?['\"]([^'\"\\\\]+)");

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
      }
    }
  }
}
