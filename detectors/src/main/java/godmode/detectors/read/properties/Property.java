package godmode.detectors.read.properties;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;

/**
 * One setting of a file, whatever its format.
 *
 * @param key with dots between the parts and {@code [0]} for positions in a list: {@code
 *     spring.cloud.gateway.routes[0].uri}; spelt as in the file
 * @param keyPlace where the key stands
 * @param value a scalar, or an unresolved value with its reason
 */
public record Property(String key, Place keyPlace, Located value) {
  /** The same setting with another value. */
  public Property with(Located other) {
    return new Property(key, keyPlace, other);
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
