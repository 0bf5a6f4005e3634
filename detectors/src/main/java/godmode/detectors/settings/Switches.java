package godmode.detectors.settings;

import java.util.Locale;
import java.util.Set;

/** Switches, as servers spell them. */
final class Switches {
  private static final Set<String> ON = Set.of("true", "yes", "on", "1");
  private static final Set<String> OFF = Set.of("false", "no", "off", "0");

  private Switches() {}

  static boolean isOn(String value) {
    return ON.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  static boolean isOff(String value) {
    return OFF.contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
