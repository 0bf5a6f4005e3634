package godmode.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A setting and what its default endangers.
 *
 * @param key as the vendor writes it; may name two spellings with {@code /}
 * @param scopes where it is set: server, client, topic, producer and so on
 * @param standard the default, with its versions where it changed
 * @param safe the value that takes the risk away
 * @param versions to which versions this applies; absent when to all that are supported
 * @param environment the variable of the official image that sets it
 * @param formerly an older key
 */
public record Setting(
    String key,
    List<String> scopes,
    String standard,
    String safe,
    Risk risk,
    String why,
    Optional<String> versions,
    Optional<String> environment,
    Optional<String> formerly,
    Optional<String> note,
    Provenance provenance) {
  public Setting {
    scopes = List.copyOf(scopes);
  }
}
