package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import java.util.List;

/**
 * A network that a service is attached to.
 *
 * @param aliases further names of the service in that network
 */
public record ComposeAttachment(String network, List<String> aliases, Place place) {
  public ComposeAttachment {
    aliases = List.copyOf(aliases);
  }

  static ComposeAttachment of(Located.Entry entry) {
    List<Located> aliases = entry.value().at("aliases").map(Located::items).orElse(List.of());
    return new ComposeAttachment(
        entry.key(), aliases.stream().map(Located::written).toList(), entry.keyPlace());
  }
}
