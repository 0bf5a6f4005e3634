package godmode.detectors.settings;

/** Host names inside membership lists. */
final class Hosts {
  private Hosts() {}

  /** {@code http://etcd-0.etcd:2380/} is {@code etcd-0.etcd}. */
  static String withoutPort(String address) {
    return withoutScheme(address).replaceFirst("[:;].*$", "");
  }

  /** An address without scheme and path. */
  static String withoutScheme(String address) {
    return address.strip().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("/.*$", "");
  }
}
