package godmode.detectors.read.docker;

import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile says about the image that it builds: its last stage or the chosen one, with all
 * stages of the file that this one is based on.
 *
 * @param file path relative to the reviewed directory
 * @param base the image that the first of these stages is based on; unresolved where a build
 *     argument has no default; empty if the file has no stage
 * @param exposed ports as written, such as {@code 8080} or {@code 53/udp}
 * @param environment values of {@code ENV} by name, the last one counting
 * @param healthcheck where a health check is set, unless the last one says {@code NONE}
 * @param jars names of jar files as {@code COPY} and {@code ADD} write them, patterns included
 * @param entrypoint as written behind {@code ENTRYPOINT}
 * @param command as written behind {@code CMD}
 * @param problems what could not be read
 */
public record Dockerfile(
    String file,
    Optional<Located> base,
    List<Located> exposed,
    Map<String, Located> environment,
    Optional<Place> healthcheck,
    List<Located> jars,
    Optional<Located> entrypoint,
    Optional<Located> command,
    List<ReadProblem> problems) {
  public Dockerfile {
    exposed = List.copyOf(exposed);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    jars = List.copyOf(jars);
    problems = List.copyOf(problems);
  }
}
