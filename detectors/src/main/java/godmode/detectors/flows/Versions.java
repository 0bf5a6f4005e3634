package godmode.detectors.flows;

import godmode.detectors.read.java.JavaType;
import java.util.Optional;

/** Whether writes notice that somebody else wrote in between. */
final class Versions {
  private Versions() {}

  /** Whether the entity that a write goes to carries a version which the framework compares. */
  static boolean isVersioned(Tracer tracer, Event write) {
    Program program = tracer.program();
    Optional<JavaType> store = write.act().receiver().flatMap(program::resolve);
    return store
        .flatMap(found -> Stores.entity(program, found))
        .flatMap(program::resolve)
        .filter(entity -> isVersioned(program, entity))
        .isPresent();
  }

  /** Whether an entity has a field that the framework compares before it writes. */
  static boolean isVersioned(Program program, JavaType entity) {
    return program.withSupertypes(entity).stream()
        .anyMatch(
            type ->
                type.fields().stream().anyMatch(field -> field.annotation("Version").isPresent())
                    || type.methods().stream()
                        .anyMatch(method -> method.annotation("Version").isPresent()));
  }
}
