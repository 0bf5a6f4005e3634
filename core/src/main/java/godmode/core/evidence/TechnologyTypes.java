package godmode.core.evidence;

import java.util.Optional;

/** What the assembler has to know of a technology; the catalog answers it. */
@FunctionalInterface
public interface TechnologyTypes {
  /**
   * What a component that runs the technology is; empty where the catalog has no such id.
   *
   * @param technology catalog id
   */
  Optional<ComponentType> of(String technology);

  /** Whether it is more than what a plain service is written with. */
  default boolean isInfrastructure(String technology) {
    return of(technology).filter(type -> type != ComponentType.SERVICE).isPresent();
  }
}
