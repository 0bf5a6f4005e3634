package godmode.detectors.read.build;

import godmode.core.fact.Place;
import java.util.Optional;

/**
 * A package that a module is built with, or a plugin that builds it.
 *
 * @param coordinate as the ecosystem names it: {@code group:artifact} for Maven and Gradle; a
 *     Gradle plugin has its id
 * @param version as far as the repository says it
 * @param inherited whether a parent or a {@code subprojects} block says so for many modules
 * @param at where it is written
 */
public record Dependency(
    String coordinate, Optional<String> version, Scope scope, boolean inherited, Place at) {
  /** When it is needed. */
  public enum Scope {
    /** Part of what runs. */
    RUNTIME,
    /** Only tests and development need it. */
    TEST,
    /** Only the build needs it: plugins, annotation processors, what the server provides. */
    BUILD
  }

  /** Whether it is part of what runs. */
  public boolean runs() {
    return scope == Scope.RUNTIME;
  }

  Dependency asInherited() {
    return new Dependency(coordinate, version, scope, true, at);
  }

  @Override
  public String toString() {
    return coordinate
        + version.map(text -> ":" + text).orElse("")
        + (runs() ? "" : " " + scope)
        + (inherited ? " inherited" : "")
        + " @"
        + at.line();
  }
}
