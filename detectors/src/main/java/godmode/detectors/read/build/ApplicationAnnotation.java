package godmode.detectors.read.build;

import godmode.core.fact.Place;

/**
 * An annotation that starts an application or turns it into a server, on a type of a module's main
 * source.
 *
 * @param folder of the module, empty at the root
 * @param name without {@code @} and package: {@code EnableEurekaServer}
 */
public record ApplicationAnnotation(String folder, String name, Place at) {}
