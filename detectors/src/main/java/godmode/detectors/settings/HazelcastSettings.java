package godmode.detectors.settings;

import godmode.core.fact.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hazelcast members: whether what they keep is protected while the cluster is split. Before version
 * 4 the protection was called a quorum.
 */
final class HazelcastSettings implements TechnologySettings {
  private static final Set<String> KEPT =
      Set.of("map", "multimap", "replicatedmap", "queue", "list", "set", "ringbuffer", "cache");

  private static final Set<String> PROTECTIONS = Set.of("split-brain-protection", "quorum");

  @Override
  public Set<String> technologies() {
    return Set.of("hazelcast");
  }

  @Override
  public void read(List<WrittenSetting> written, Reading into) {
    Optional<WrittenSetting> kept = first(written, KEPT, ".*");
    if (kept.isEmpty() || written.stream().anyMatch(HazelcastSettings::isElsewhere)) {
      return;
    }
    Optional<WrittenSetting> reference =
        first(written, KEPT, ".*\\.(split-brain-protection|quorum)-ref");
    List<WrittenSetting> switches =
        written.stream().filter(it -> of(it, PROTECTIONS, ".*\\.enabled")).toList();
    Optional<WrittenSetting> open =
        switches.stream()
            .filter(it -> !Switches.isOn(it.value()) && !Switches.isOff(it.value()))
            .findFirst();
    if (open.isPresent()) {
      into.gap(Attributes.PARTITION_HANDLING, open.get());
    } else if (reference.isEmpty()) {
      into.conclude(Attributes.PARTITION_HANDLING, "unprotected", kept.get().at());
    } else if (switches.stream().noneMatch(it -> Switches.isOn(it.value()))) {
      into.conclude(Attributes.PARTITION_HANDLING, "unprotected", reference.get().at());
    } else {
      into.say(Attributes.PARTITION_HANDLING, "split-brain-protection", reference.get().at());
      smallest(written, into);
    }
  }

  /** Only where all protections agree: which data each of them is for is not followed. */
  private static void smallest(List<WrittenSetting> written, Reading into) {
    List<WrittenSetting> sizes =
        written.stream()
            .filter(it -> of(it, PROTECTIONS, ".*\\.(minimum-cluster-size|quorum-size)"))
            .toList();
    if (sizes.stream().map(WrittenSetting::value).distinct().count() == 1) {
      into.number(Attributes.ELECTION_QUORUM, sizes.get(0));
    }
  }

  private static Optional<WrittenSetting> first(
      List<WrittenSetting> written, Set<String> parts, String pattern) {
    return written.stream().filter(it -> of(it, parts, pattern)).findFirst();
  }

  private static boolean of(WrittenSetting setting, Set<String> parts, String pattern) {
    String[] key = setting.key().split("\\.", 3);
    return key.length > 1
        && key[0].equals("hazelcast")
        && parts.contains(key[1])
        && setting.key().matches(pattern);
  }

  /** Another file, or a variable that overrides the file, may protect what this one does not. */
  private static boolean isElsewhere(WrittenSetting setting) {
    return setting.key().startsWith("hazelcast.import")
        || setting.key().matches("(HZ_|hz\\.).*(?i)(split-?brain-?protection|quorum).*");
  }
}
