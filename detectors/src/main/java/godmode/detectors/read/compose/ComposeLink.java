package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;

/**
 * A link to another service.
 *
 * @param alias the name under which this service knows the other one
 */
public record ComposeLink(String service, String alias, Place place) {
  static ComposeLink of(Located item) {
    String written = item.written();
    int colon = written.indexOf(':');
    String service = colon < 0 ? written : written.substring(0, colon);
    return new ComposeLink(
        service, colon < 0 ? written : written.substring(colon + 1), item.place());
  }
}
