package godmode.detectors.read.compose;

import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;

/**
 * What {@code docker compose up} would start from one set of files.
 *
 * @param name the project's name, by default its folder's; empty at the root of the repository
 * @param folder relative to the reviewed directory, which is the empty path
 * @param environment {@code default} for the files that Compose takes by itself, otherwise by the
 *     file's suffix: {@code production}, {@code staging}, {@code dev}, {@code test} or the suffix
 * @param files all files that were read, the main one first
 * @param included those of the files that were included by others
 * @param services in the order of the files; those behind profiles included
 * @param networks the top-level networks
 * @param volumes the top-level volumes
 * @param problems what could not be read and is missing here
 * @param notices what was read and is doubtful
 */
public record ComposeProject(
    String name,
    String folder,
    String environment,
    List<String> files,
    List<String> included,
    List<ComposeService> services,
    List<Located.Entry> networks,
    List<Located.Entry> volumes,
    List<ReadProblem> problems,
    List<ReadProblem> notices) {
  public ComposeProject {
    files = List.copyOf(files);
    included = List.copyOf(included);
    services = List.copyOf(services);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  /** The service of a name. */
  public Optional<ComposeService> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }
}
