package godmode.detectors.compose;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.compose.ComposeBuild;
import godmode.detectors.read.compose.ComposePort;
import godmode.detectors.read.compose.ComposeService;
import godmode.detectors.read.docker.Dockerfile;
import godmode.detectors.read.docker.DockerfileReader;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One service of a Compose project that runs a container.
 *
 * @param dockerfile what its image is built from, where the repository has that
 * @param settings options of the command line, then variables, then mounted files
 */
record Container(
    ComposeService service, Optional<Dockerfile> dockerfile, List<WrittenSetting> settings) {
  Container {
    settings = List.copyOf(settings);
  }

  /** Empty for a service that says neither what it runs nor how to build that. */
  static Optional<Container> of(ComposeService service, RepositorySnapshot snapshot) {
    if (service.image().isEmpty() && service.build().isEmpty()) {
      return Optional.empty();
    }
    Optional<Dockerfile> dockerfile = service.build().flatMap(build -> dockerfile(build, snapshot));
    return Optional.of(new Container(service, dockerfile, Settings.of(service, snapshot)));
  }

  private static Optional<Dockerfile> dockerfile(ComposeBuild build, RepositorySnapshot snapshot) {
    Optional<SourceFile> file = build.dockerfile().flatMap(snapshot::file);
    return file.map(found -> DockerfileReader.read(found, build.target(), build.arguments()));
  }

  String name() {
    return service.name();
  }

  Place at() {
    return service.place();
  }

  /** The image as written, variables included; empty if there is none. */
  String image() {
    return service.image().map(Located::written).orElse("");
  }

  /** Where the image or the build is written. */
  Place imageAt() {
    return service
        .image()
        .map(Located::place)
        .or(() -> service.build().map(ComposeBuild::place))
        .orElse(at());
  }

  /** The words of entrypoint and command; those of the Dockerfile where the file has none. */
  List<String> words() {
    List<String> written =
        Stream.concat(service.entrypointWords().stream(), service.commandWords().stream()).toList();
    if (!written.isEmpty() || dockerfile.isEmpty()) {
      return written;
    }
    List<String> words = new ArrayList<>();
    Stream.of(dockerfile.get().entrypoint(), dockerfile.get().command())
        .flatMap(Optional::stream)
        .map(Located::written)
        .forEach(text -> words.addAll(List.of(text.split("[\\s\\[\\],\"]+", -1))));
    return words.stream().filter(word -> !word.isEmpty()).toList();
  }

  /** What entrypoint and command say as one text. */
  String commandText() {
    return String.join(" ", words());
  }

  /** The ports it listens on, as far as they are written. */
  TreeSet<Integer> ports() {
    TreeSet<Integer> ports = new TreeSet<>();
    service.ports().stream().map(ComposePort::target).forEach(ports::add);
    Stream.concat(service.expose().stream(), dockerfile.stream().flatMap(d -> d.exposed().stream()))
        .map(port -> port.written().replaceFirst("/.*$", ""))
        .filter(port -> port.matches("\\d{1,5}"))
        .forEach(port -> ports.add(Integer.parseInt(port)));
    return ports;
  }

  /** Whether the image comes ready from elsewhere. */
  boolean isPulled() {
    return service.build().isEmpty();
  }
}
