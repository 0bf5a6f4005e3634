package godmode.core.catalog;

import java.util.Optional;

/**
 * A number a technology hands out that grows with every grant, so that a resource can refuse the
 * former holder (Kleppmann, How to do distributed locking, 2016).
 *
 * @param token what it is; begins with the word "none" if there is no such number
 * @param condition when {@code usableByResource} is conditional
 * @param how how a resource compares it
 */
public record Fencing(
    String token,
    ResourceUse usableByResource,
    Optional<String> condition,
    Optional<String> how,
    Optional<String> note,
    Provenance provenance) {}
