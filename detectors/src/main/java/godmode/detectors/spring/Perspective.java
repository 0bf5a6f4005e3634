package godmode.detectors.spring;

import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Place;
import godmode.detectors.modules.Module;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.spring.SpringConfiguration;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One application as it is configured in one environment. In an environment that is only a profile,
 * it shows the settings that differ from the default; what is the same is said there.
 *
 * @param base the default, for the environment of a profile
 */
record Perspective(
    Module module,
    Environment environment,
    SpringConfiguration configuration,
    Optional<SpringConfiguration> base) {

  /** The settings that this environment has for itself, values resolved or unresolved. */
  List<Property> settings() {
    return configuration.settings().stream().filter(this::isOwn).toList();
  }

  /** A setting that this environment has for itself. */
  Optional<Property> setting(String key) {
    return configuration.property(key).filter(this::isOwn);
  }

  /** The first of several keys that this environment has for itself. */
  Optional<Property> setting(List<String> keys) {
    return keys.stream().flatMap(key -> setting(key).stream()).findFirst();
  }

  /** The settings below a key that this environment has for itself. */
  List<Property> below(String prefix) {
    return configuration.below(prefix).stream().filter(this::isOwn).toList();
  }

  /** The items of a list, in one line or with indexes, that this environment has for itself. */
  List<Located> list(String key) {
    List<Located> items = configuration.list(key);
    return base.isPresent() && base.get().list(key).toString().equals(items.toString())
        ? List.of()
        : items;
  }

  private boolean isOwn(Property setting) {
    return base.flatMap(other -> other.get(setting.key()))
        .map(other -> !other.toString().equals(setting.value().toString()))
        .orElse(true);
  }

  /**
   * Whether the module can use what a setting configures: it says so itself, or one of its
   * dependencies does. A config server hands common settings to every application, also to those
   * that have no use for them.
   */
  boolean uses(Place setting, Pattern dependency) {
    return isOwnFile(setting) || module.dependsOn(dependency);
  }

  /** Whether a file is the module's own. */
  boolean isOwnFile(Place place) {
    return module.folder().isEmpty() || place.file().startsWith(module.folder() + "/");
  }

  /** A sink for what a detector reads here. */
  EvidenceSink.Of sink(String detector, EvidenceSink sink) {
    return sink.of(detector, new Evidence.Source(module.id(), Platform.APPLICATION, environment));
  }

  /** Says that the module connects to each host of an address. */
  void connect(
      EvidenceSink.Of sink,
      Address address,
      ConnectionKind kind,
      String protocol,
      Place at,
      Said<?>... properties) {
    for (String host : address.hosts()) {
      // Beside the caller runs something of that technology; of a protocol only, it may be
      // anything.
      boolean loopback = Address.isLoopback(host);
      String target = loopback ? "tech:" + protocol : host;
      if (!loopback || !protocol.equals("http")) {
        sink.stated(
            new ConnectionSeen(module.id(), target, kind, protocol, List.of(properties)), at);
      }
    }
  }

  /** Says that the module seems to connect to each host of an address, and what runs there. */
  void inferred(
      EvidenceSink.Of sink,
      Technologies known,
      String technology,
      Address address,
      ConnectionKind kind,
      Place at) {
    runningAt(sink, known, technology, address, at);
    List<String> targets =
        address.hosts().stream()
            .map(host -> Address.isLoopback(host) ? "tech:" + technology : host)
            .toList();
    for (String target : targets.isEmpty() ? List.of("tech:" + technology) : targets) {
      sink.inferred(new ConnectionSeen(module.id(), target, kind, technology, List.of()), at);
    }
  }

  /** As {@link #connect}, and says what runs at these hosts. */
  void connectTo(
      EvidenceSink.Of sink,
      Technologies known,
      String technology,
      Address address,
      ConnectionKind kind,
      Place at,
      Said<?>... properties) {
    runningAt(sink, known, technology, address, at);
    connectOrSearch(sink, technology, address, kind, at, properties);
  }

  /** As {@link #connect}; without any known host, to whatever runs the technology. */
  void connectOrSearch(
      EvidenceSink.Of sink,
      String technology,
      Address address,
      ConnectionKind kind,
      Place at,
      Said<?>... properties) {
    connect(sink, address, kind, technology, at, properties);
    if (!address.complete() && address.hosts().isEmpty()) {
      sink.inferred(
          new ConnectionSeen(
              module.id(), "tech:" + technology, kind, technology, List.of(properties)),
          at);
    }
  }

  /** Says what runs at the hosts of an address. */
  static void runningAt(
      EvidenceSink.Of sink, Technologies known, String technology, Address address, Place at) {
    for (String host : address.hosts()) {
      if (!Address.isLoopback(host)) {
        known
            .byId(technology)
            .ifPresent(
                found ->
                    sink.stated(
                        new ComponentSeen(
                            host,
                            Optional.of(found.type()),
                            Optional.of(found.id()),
                            Presence.ADDRESSED),
                        at));
      }
    }
  }
}
