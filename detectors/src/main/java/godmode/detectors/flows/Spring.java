package godmode.detectors.flows;

import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.util.Optional;
import java.util.Set;

/** What annotations of frameworks make of types and methods. */
final class Spring {
  private static final Set<String> BEANS =
      Set.of(
          "Component",
          "Service",
          "Repository",
          "Controller",
          "RestController",
          "Configuration",
          "SpringBootApplication",
          "ControllerAdvice",
          "RestControllerAdvice",
          "Endpoint",
          "Singleton",
          "Stateless",
          "Startup",
          "ApplicationScoped",
          "Named",
          "JobHandler",
          "MessageEndpoint",
          "EnableScheduling",
          "EnableBinding",
          "AutoConfiguration",
          "DubboService");
  private static final Set<String> OUTSIDE = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

  private Spring() {}

  /** Whether a container makes objects of a type. */
  static boolean isBean(Program program, JavaType type) {
    for (JavaType above : program.withSupertypes(type)) {
      if (above.annotations().stream().anyMatch(use -> BEANS.contains(use.name()))) {
        return true;
      }
    }
    return program.isMadeAsBean(type);
  }

  /** The annotation by which a method runs in a transaction that may write. */
  static Optional<AnnotationUse> transaction(
      Program program, JavaType type, JavaType.Method method) {
    return program
        .annotation(type, method, "Transactional")
        .filter(use -> !says(use, "readOnly", "true"))
        .filter(use -> use.first("propagation", "value").stream().noneMatch(Spring::isOutside));
  }

  private static boolean isOutside(JavaText value) {
    return OUTSIDE.stream().anyMatch(value.text()::endsWith);
  }

  /** Whether an attribute of an annotation has a value. */
  static boolean says(AnnotationUse use, String attribute, String value) {
    return use.first(attribute).stream().anyMatch(found -> found.text().equals(value));
  }
}
