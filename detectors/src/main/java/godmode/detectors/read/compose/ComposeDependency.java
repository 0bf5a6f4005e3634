package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;

/**
 * A service that is started before this one.
 *
 * @param condition {@code service_started} unless written otherwise
 * @param required false where this service also starts without the other one
 */
public record ComposeDependency(String service, String condition, boolean required, Place place) {
  static ComposeDependency of(Located.Entry entry) {
    return new ComposeDependency(
        entry.key(),
        entry.value().text("condition").orElse("service_started"),
        entry.value().at("required").flatMap(Located::flag).orElse(true),
        entry.keyPlace());
  }
}
