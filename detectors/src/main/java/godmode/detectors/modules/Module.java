package godmode.detectors.modules;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.build.ApplicationAnnotation;
import godmode.detectors.read.build.BuildModule;
import godmode.detectors.read.build.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder that something is built from, with all its build files.
 *
 * @param folder empty at the root
 * @param builds at least one
 * @param dependencies what is part of it when it runs, libraries of the repository looked through
 * @param dockerfile the Dockerfile in the folder
 */
public record Module(
    String folder,
    List<BuildModule> builds,
    List<Dependency> dependencies,
    List<ApplicationAnnotation> annotations,
    Optional<SourceFile> dockerfile) {
  /** Annotations that only an application carries. */
  private static final Set<String> MAIN =
      Set.of(
          "SpringBootApplication",
          "SpringCloudApplication",
          "EnableAutoConfiguration",
          "QuarkusMain");

  private static final Set<String> BOOT_PLUGINS =
      Set.of("org.springframework.boot:spring-boot-maven-plugin", "org.springframework.boot");

  private static final Set<String> QUARKUS_PLUGINS =
      Set.of(
          "io.quarkus:quarkus-maven-plugin",
          "io.quarkus.platform:quarkus-maven-plugin",
          "io.quarkus");

  private static final Set<String> IMAGE_PLUGINS =
      Set.of("com.google.cloud.tools:jib-maven-plugin", "com.google.cloud.tools.jib");

  private static final Pattern FOR_TESTS =
      Pattern.compile(
          "(?i)(.*[-_.])?(tests?|testing|e2e|it|integration-?tests?|benchmarks?|load-?tests?"
              + "|test-?(suite|utils?|support|app))([-_.](tests?|suite|app))?");

  public Module {
    builds = List.copyOf(builds);
    dependencies = List.copyOf(dependencies);
    annotations = List.copyOf(annotations);
  }

  /** The name that claims use: no file can call anything so. */
  public String id() {
    return id(folder);
  }

  /** The name that claims use for what is built in a folder. */
  public static String id(String folder) {
    return "path:" + (folder.isEmpty() ? "." : folder);
  }

  /** The name of the folder itself; empty at the root. */
  public String folderName() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** Whether one of the build files has such a dependency that is part of what runs. */
  public boolean dependsOn(Pattern coordinate) {
    return dependencies.stream().anyMatch(d -> coordinate.matcher(d.coordinate()).matches());
  }

  /** Where the repository shows that it can be started; empty for libraries, parents and tests. */
  Optional<Place> startable() {
    String[] parts = folder.split("/", -1);
    for (String part : parts) {
      if (FOR_TESTS.matcher(part).matches()) {
        return Optional.empty();
      }
    }
    return builds.stream()
        .filter(build -> !FOR_TESTS.matcher(build.name()).matches())
        .flatMap(build -> startable(build).stream())
        .findFirst();
  }

  private Optional<Place> startable(BuildModule build) {
    return switch (build.tool()) {
      case MAVEN, GRADLE -> startableOnJvm(build);
      case NPM ->
          build.packaging().equals("workspaces")
              ? Optional.empty()
              : build.start().or(() -> image(build));
      case DOTNET -> build.packaging().equals("web") ? Optional.of(build.nameAt()) : image(build);
      default -> image(build);
    };
  }

  private Optional<Place> startableOnJvm(BuildModule build) {
    if (build.packaging().equals("pom")) {
      return Optional.empty();
    }
    List<Place> signs = new ArrayList<>();
    annotations.stream()
        .filter(annotation -> MAIN.contains(annotation.name()))
        .findFirst()
        .ifPresent(annotation -> signs.add(annotation.at()));
    for (Dependency plugin : build.plugins()) {
      // Inherited by all modules, the plugin of Spring Boot tells nothing of one of them.
      boolean own = !plugin.inherited();
      boolean quarkus = QUARKUS_PLUGINS.contains(plugin.coordinate());
      boolean starts =
          BOOT_PLUGINS.contains(plugin.coordinate()) || IMAGE_PLUGINS.contains(plugin.coordinate());
      if (own && (starts || quarkus)) {
        signs.add(plugin.at());
      }
    }
    if (build.packaging().equals("war")) {
      signs.add(build.nameAt());
    }
    image(build).ifPresent(signs::add);
    return signs.stream().findFirst();
  }

  private Optional<Place> image(BuildModule build) {
    return dockerfile.isPresent() && build.modules().isEmpty()
        ? Optional.of(Place.startOf(dockerfile.get().path()))
        : Optional.empty();
  }
}
