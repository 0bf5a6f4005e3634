package godmode.detectors.flows;

import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which methods a request starts whose sender waits for the answer. */
final class Requests {
  private static final Pattern MAPPING =
      Pattern.compile(
          "(Get|Post|Put|Patch|Delete|Request|Query|Mutation|Schema)Mapping"
              + "|GET|POST|PUT|PATCH|DELETE");

  private Requests() {}

  /** The annotation that says so, also where an interface carries it. */
  static Optional<AnnotationUse> start(Program program, JavaType type, JavaType.Method method) {
    if (!method.hasBody()) {
      return Optional.empty();
    }
    for (Program.Declared<JavaType.Method> declared : program.declarations(type, method)) {
      for (AnnotationUse use : declared.member().annotations()) {
        if (MAPPING.matcher(use.name()).matches()) {
          return Optional.of(use);
        }
      }
    }
    return Optional.empty();
  }
}
