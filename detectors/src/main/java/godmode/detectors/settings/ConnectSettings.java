package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Workers of Kafka Connect: how many copies the topics have in which they keep their state. */
final class ConnectSettings implements TechnologySettings {
  private static final Pattern COPIES =
      Pattern.compile("(config|offset|status)\\.storage\\.replication\\.factor");

  @Override
  public Set<String> technologies() {
    return Set.of("kafka-connect", "debezium");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    Optional<WrittenSetting> fewest =
        written.stream()
            .filter(setting -> COPIES.matcher(property(setting.key())).matches())
            .filter(setting -> Numbers.of(setting.value()).filter(n -> n > 0).isPresent())
            .min(Comparator.comparing(setting -> Numbers.of(setting.value()).orElseThrow()));
    fewest.ifPresent(setting -> into.number(Attributes.INTERNAL_COPIES, setting));
  }

  /** Images turn {@code CONNECT_A_B} into {@code a.b} of their configuration file. */
  private static String property(String key) {
    return key.startsWith("CONNECT_")
        ? key.substring("CONNECT_".length()).toLowerCase(Locale.ROOT).replace('_', '.')
        : key;
  }
}
