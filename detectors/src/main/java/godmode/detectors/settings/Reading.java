package godmode.detectors.settings;

import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the settings of one server say; of two settings for one thing, the first counts. */
public final class Reading {
  /**
   * A setting that is written and has no value in the repository.
   *
   * @param why one clause
   */
  public record Gap(Attribute<?> attribute, String why, Place at) {}

  private final List<Said<?>> said = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<String> peers = new ArrayList<>();

  Reading() {}

  /** The attributes, in the order in which the technology asks for them. */
  public List<Said<?>> said() {
    return List.copyOf(said);
  }

  /** What is set to something that cannot be read. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** The hosts of the membership list, without ports, in its order; empty if there is none. */
  public List<String> peers() {
    return List.copyOf(peers);
  }

  private boolean has(Attribute<?> attribute) {
    return said.stream().anyMatch(known -> known.attribute().equals(attribute))
        || gaps.stream().anyMatch(gap -> gap.attribute().equals(attribute));
  }

  <T> void say(Attribute<T> attribute, T value, Place at) {
    if (!has(attribute)) {
      said.add(Said.stated(attribute, value, at));
    }
  }

  /** What follows from a setting that is left out. */
  <T> void conclude(Attribute<T> attribute, T value, Place at) {
    if (!has(attribute)) {
      said.add(Said.inferred(attribute, value, at));
    }
  }

  void number(Attribute<Integer> attribute, WrittenSetting setting) {
    Optional<Integer> number = Numbers.of(setting.value());
    if (number.isPresent()) {
      say(attribute, number.get(), setting.at());
    } else {
      gap(attribute, setting);
    }
  }

  void flag(Attribute<Boolean> attribute, WrittenSetting setting) {
    switch (setting.value().strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> say(attribute, true, setting.at());
      case "false", "no", "off" -> say(attribute, false, setting.at());
      default -> gap(attribute, setting);
    }
  }

  /** A whole number of milliseconds. */
  void millis(Attribute<Duration> attribute, WrittenSetting setting) {
    Optional<Integer> number = Numbers.of(setting.value());
    if (number.isPresent()) {
      say(attribute, Duration.ofMillis(number.get()), setting.at());
    } else {
      gap(attribute, setting);
    }
  }

  void gap(Attribute<?> attribute, WrittenSetting setting) {
    if (!has(attribute)) {
      gaps.add(new Gap(attribute, setting.key() + " has no value to read here", setting.at()));
    }
  }

  /** A membership list; one with an expression in it is a gap. */
  void members(List<String> hosts, WrittenSetting setting) {
    if (has(Attributes.PEERS) || hosts.isEmpty()) {
      return;
    }
    if (setting.value().contains("$") || setting.value().contains("{{")) {
      gap(Attributes.PEERS, setting);
      return;
    }
    List<String> once = hosts.stream().map(Hosts::withoutPort).distinct().toList();
    // Members on one host differ by port only: a trial on one machine, and members all the same.
    say(Attributes.PEERS, hosts.stream().distinct().toList().size(), setting.at());
    peers.addAll(once);
  }
}
