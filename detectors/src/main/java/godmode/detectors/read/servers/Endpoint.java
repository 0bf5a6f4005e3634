package godmode.detectors.read.servers;

import godmode.core.fact.Place;

/**
 * An address in a configuration file.
 *
 * @param technology catalog id of what is there, where the file tells; else empty
 * @param address as written: a host, with or without scheme, port and path
 */
public record Endpoint(String technology, String address, Place at) {
  @Override
  public String toString() {
    return (technology.isEmpty() ? "" : technology + " ") + address + " @" + at.line();
  }
}
