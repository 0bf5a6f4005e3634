package godmode.detectors.read.kustomize;

import godmode.detectors.read.yaml.Located;

/**
 * An object as an overlay deploys it.
 *
 * @param root the whole object, named as in its base
 * @param deployedName its name with the prefixes and suffixes of the overlays
 */
public record KustomizedObject(Located root, String deployedName) {}
