package godmode.detectors.kubernetes;

import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a workload with an image of its own seems to run: from variables only a server is given,
 * from the name of the image, or from a port together with a name. A port alone tells nothing.
 */
record ServerGuess(ComponentType type, Optional<Technology> technology) {
  private static final Set<String> STORE_WORDS =
      Set.of("db", "database", "cache", "store", "storage", "mq", "broker", "bus", "sql");

  /** Ports that anything may listen on. */
  private static final int COMMON_PORT_MIN = 7000;

  private static final int COMMON_PORT_MAX = 9091;

  static Optional<ServerGuess> of(Workload workload, Technologies known) {
    return byVariable(workload, known)
        .or(() -> byImageName(workload, known))
        .or(() -> byPortAndName(workload, known))
        .map(technology -> new ServerGuess(technology.type(), Optional.of(technology)));
  }

  private static Optional<Technology> byVariable(Workload workload, Technologies known) {
    return items(workload, "env").stream()
        .flatMap(variable -> variable.text("name").stream())
        .flatMap(name -> known.byEnvironmentVariable(name).stream())
        .filter(match -> match.side() == Side.SERVER && match.strong())
        .map(Match::technology)
        .filter(
            technology ->
                technology.type().keepsState() || technology.type() == ComponentType.LOGGING)
        .findFirst();
  }

  private static Optional<Technology> byImageName(Workload workload, Technologies known) {
    return known.byImageName(workload.image()).stream().map(Match::technology).findFirst();
  }

  private static Optional<Technology> byPortAndName(Workload workload, Technologies known) {
    String name = workload.name().toLowerCase(Locale.ROOT);
    List<String> words = List.of(name.split("[-_.]", -1));
    for (Located port : items(workload, "ports")) {
      long number = port.at("containerPort").flatMap(Located::number).orElse(0L);
      String said = name + " " + port.text("name").orElse("").toLowerCase(Locale.ROOT);
      List<Technology> candidates =
          known.all().stream()
              .filter(technology -> technology.type().keepsState())
              .filter(technology -> technology.fingerprints().ports().contains((int) number))
              .toList();
      Optional<Technology> named =
          candidates.stream().filter(technology -> said.contains(technology.id())).findFirst();
      if (named.isPresent() && isTelling(number)) {
        return named;
      }
      if (isTelling(number) && words.stream().anyMatch(STORE_WORDS::contains)) {
        return plainest(candidates);
      }
    }
    return Optional.empty();
  }

  private static boolean isTelling(long port) {
    return port >= 1024 && (port < COMMON_PORT_MIN || port > COMMON_PORT_MAX);
  }

  /** Of several, the one with an image of Docker's own; the others build on it. */
  private static Optional<Technology> plainest(List<Technology> candidates) {
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    List<Technology> official =
        candidates.stream()
            .filter(
                technology ->
                    technology.fingerprints().images().stream()
                        .anyMatch(image -> image.indexOf('/') < 0))
            .toList();
    return official.size() == 1 ? Optional.of(official.get(0)) : Optional.empty();
  }

  private static List<Located> items(Workload workload, String field) {
    return Stream.of(workload.container())
        .flatMap(container -> container.at(field).stream())
        .flatMap(list -> list.items().stream())
        .toList();
  }
}
