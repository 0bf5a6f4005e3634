package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.RepositoryPath;
import godmode.detectors.read.yaml.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a service's image is built.
 *
 * @param context the folder relative to the reviewed directory, which is the empty path; a remote
 *     address as written; unresolved outside of the repository
 * @param dockerfile path of the Dockerfile in the repository, where that can be known
 * @param target the stage to build, or empty
 * @param arguments build arguments that win over those of the Dockerfile
 */
public record ComposeBuild(
    Located context,
    Optional<String> dockerfile,
    Optional<String> target,
    Map<String, Located> arguments,
    Place place) {

  static ComposeBuild of(Located build) {
    Located context = build.at("context").orElse(Located.scalar(build.place(), "", true));
    boolean inline = build.at("dockerfile_inline").isPresent();
    Optional<String> written = build.text("dockerfile");
    boolean known = written.isPresent() || build.at("dockerfile").isEmpty();
    Optional<String> dockerfile =
        context.isScalar() && known && !inline && !context.written().contains(":")
            ? RepositoryPath.resolve(context.written(), written.orElse("Dockerfile"))
            : Optional.empty();
    Map<String, Located> arguments = new LinkedHashMap<>();
    build
        .at("args")
        .ifPresent(args -> args.entries().forEach(e -> arguments.put(e.key(), e.value())));
    return new ComposeBuild(
        context,
        dockerfile,
        build.text("target"),
        Collections.unmodifiableMap(arguments),
        build.place());
  }
}
