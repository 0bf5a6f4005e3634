package godmode.detectors.address;

import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import java.util.Optional;

/** What flows over a connection, by what stands at its ends. */
public final class ConnectionKinds {
  private ConnectionKinds() {}

  /**
   * The kind of a connection. An address does not tell whether a client of a broker publishes or
   * consumes; what is answered then is {@code dependency}, which gives way to what code says.
   *
   * @param source empty for a service of the system's own
   * @param target empty where it is not known
   */
  public static ConnectionKind between(
      Optional<ComponentType> source, Optional<ComponentType> target) {
    ConnectionKind kind = target.map(ConnectionKind::to).orElse(ConnectionKind.CALL);
    if (source.isEmpty()) {
      return kind;
    }
    return switch (source.get()) {
      case ADMIN -> ConnectionKind.ADMIN;
      case METRICS -> ConnectionKind.METRICS;
      case GATEWAY, LOAD_BALANCER, WEB_SERVER ->
          kind == ConnectionKind.CALL ? ConnectionKind.ROUTE : kind;
      case TRACING, LOGGING -> kind == ConnectionKind.DEPENDENCY ? ConnectionKind.CONSUME : kind;
      default -> kind;
    };
  }
}
