package godmode.detectors.compose;

import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the settings of a container address.
 *
 * <p>A value counts if it names a service of the project with a port or scheme, or if the name of
 * the setting says that it is an address. What is no service of the project has to look like a host
 * and to stand under such a name.
 */
final class Targets {
  /** Settings by which a server says where it is itself reached, or what it binds to. */
  private static final Set<String> OWN_ADDRESS_WORDS =
      Set.of("ADVERTISED", "LISTENERS", "LISTENER", "BIND", "HOSTNAME", "INSTANCE", "ADVERTISE");

  private final Project project;
  private final Technologies known;

  Targets(Project project, Technologies known) {
    this.project = project;
    this.known = known;
  }

  /**
   * Something a setting addresses.
   *
   * @param container the service of the project, unless the host is of the outside
   * @param technology what is there, where the service or the setting shows that
   * @param isInferred whether only the setting shows it
   */
  record Target(
      WrittenSetting setting,
      Address address,
      Optional<Container> container,
      Optional<Technology> technology,
      boolean isInferred) {
    /** The service, or the host. */
    String name() {
      return container.map(Container::name).orElse(address.host());
    }
  }

  /** Everything a container addresses, itself left out, in the order of its settings. */
  List<Target> of(Container from) {
    List<Target> targets = new ArrayList<>();
    for (WrittenSetting setting : from.settings()) {
      if (Images.words(setting.key().replaceAll("([a-z])([A-Z])", "$1_$2")).stream()
          .map(word -> word.toUpperCase(Locale.ROOT))
          .anyMatch(OWN_ADDRESS_WORDS::contains)) {
        continue;
      }
      for (Address address : Addresses.in(setting.value())) {
        target(setting, address)
            .filter(target -> target.container().filter(from::equals).isEmpty())
            .ifPresent(targets::add);
      }
    }
    return targets;
  }

  private Optional<Target> target(WrittenSetting setting, Address address) {
    Optional<Container> there = container(address);
    boolean named = Addresses.isAddressName(setting.key());
    boolean counts;
    if (there.isPresent()) {
      counts = named || !address.isBare();
    } else if (address.isLocal()) {
      counts = false;
    } else if (address.host().contains(".")) {
      counts = named && !address.isBare() && !isExample(address) && !isPage(setting, address);
    } else {
      counts = named && !address.port().isEmpty();
    }
    if (!counts) {
      return Optional.empty();
    }
    Optional<Technology> behind = there.flatMap(project::technology);
    Optional<Technology> shown =
        there.map(project::identity).filter(Identity::isKnown).isPresent()
            ? behind
            : known.byUrlScheme(setting.value()).or(() -> byVariable(setting));
    return Optional.of(new Target(setting, address, there, shown, behind.isEmpty()));
  }

  /** By name, or by a port that it publishes on the host. */
  private Optional<Container> container(Address address) {
    Optional<Container> named = project.named(address.host());
    if (named.isPresent() || !address.host().equals("host.docker.internal")) {
      return named;
    }
    return project.listening(address.host() + ":" + address.port());
  }

  private Optional<Technology> byVariable(WrittenSetting setting) {
    return known.byEnvironmentVariable(setting.key()).stream()
        .filter(match -> match.side() == Side.CLIENT && match.strong())
        .map(Match::technology)
        .findFirst();
  }

  private static boolean isExample(Address address) {
    String host = address.host();
    return host.matches("(.*\\.)?example\\.(com|org|net)")
        || host.endsWith(".example")
        || host.endsWith(".invalid");
  }

  /** Links to pages and pictures are shown to people, not called. */
  private static boolean isPage(WrittenSetting setting, Address address) {
    return address.scheme().startsWith("http")
        && (setting.value().matches(".*\\.(html?|png|jpe?g|svg|ico|css|js|pdf|md)([?#].*)?")
            || setting.value().contains("://github.com")
            || setting.value().contains("://www."));
  }
}
