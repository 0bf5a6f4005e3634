package godmode.detectors.spring;

import godmode.detectors.Units;
import godmode.detectors.modules.KnownNames;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.compose.ComposePort;
import godmode.detectors.read.compose.ComposeProject;
import godmode.detectors.read.compose.ComposeService;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts of the system itself: its modules and what its deployments run. */
final class KnownHosts {
  private static final Pattern LOOPBACK_URL =
      Pattern.compile("(?:[a-z+]+://)?(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):(\\d+)(?:/.*)?");

  /** Where a Spring application listens that is told nothing. */
  private static final String STANDARD_PORT = "8080";

  private final KnownNames names;
  private final Map<String, Set<String>> byPort = new TreeMap<>();

  private KnownHosts(KnownNames names) {
    this.names = names;
  }

  static KnownHosts of(Units units, Collection<Perspective> perspectives) {
    Modules modules = Modules.of(units);
    KnownHosts hosts = new KnownHosts(KnownNames.of(units, modules));
    for (ComposeProject project : units.of(ComposeProject.class)) {
      project.services().forEach(service -> hosts.container(service, modules));
    }
    for (Perspective perspective : perspectives) {
      String port = perspective.configuration().text("server.port").orElse(STANDARD_PORT);
      hosts.listens(port, perspective.module().id());
    }
    return hosts;
  }

  private void container(ComposeService service, Modules modules) {
    String owner = names.module(service, modules).orElse(service.name());
    for (ComposePort port : service.ports()) {
      port.published().ifPresent(number -> listens(number.toString(), owner));
    }
  }

  private void listens(String port, String owner) {
    byPort.computeIfAbsent(port, unused -> new TreeSet<>()).add(owner);
  }

  /** Whether a name is that of a part of this system. */
  boolean isKnown(String host) {
    return names.isKnown(host);
  }

  /** Whether a name is one of the module's own. */
  boolean isSelf(String host, Perspective perspective) {
    return names.isOf(host, perspective.module().id());
  }

  /**
   * The other module or container that listens on the port of an address of the caller's own
   * machine; empty if several may, or the caller itself.
   */
  Optional<String> besides(String url, Perspective caller) {
    Matcher matcher = LOOPBACK_URL.matcher(url.strip());
    Set<String> listening =
        matcher.matches() ? byPort.getOrDefault(matcher.group(1), Set.of()) : Set.of();
    return listening.size() == 1
        ? listening.stream().filter(owner -> !owner.equals(caller.module().id())).findFirst()
        : Optional.empty();
  }
}
