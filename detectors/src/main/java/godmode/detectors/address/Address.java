package godmode.detectors.address;

/**
 * A host that a setting names.
 *
 * @param scheme what stands before {@code ://} or behind {@code jdbc:}; empty if nothing does
 * @param host as written, without port
 * @param port empty if none is written
 * @param database the path behind the host of an address that is no web address; often empty
 */
public record Address(String scheme, String host, String port, String database) {
  /** Whether nothing but a word stands there, which may be anything. */
  public boolean isBare() {
    return scheme.isEmpty() && port.isEmpty();
  }

  /** Whether the host is the machine itself, or no name of a host at all. */
  public boolean isLocal() {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.equals("0.0.0.0")
        || host.equals("::1")
        || host.equals("host.docker.internal");
  }
}
