package godmode.templates;

import godmode.core.evidence.ComponentType;

/** How components are grouped for reading. */
public enum Role {
  SERVICES("Services"),
  STORES("Stores"),
  BROKERS("Brokers"),
  COORDINATION("Coordination"),
  GATEWAYS("Gateways and web"),
  OBSERVABILITY("Observability"),
  OTHERS("Others");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** What a type counts as. */
  public static Role of(ComponentType type) {
    return switch (type) {
      case SERVICE, JOB, AUTH_SERVER -> SERVICES;
      case DATABASE, CACHE, SEARCH, OBJECT_STORE -> STORES;
      case BROKER -> BROKERS;
      case COORDINATION, DISCOVERY, CONFIG_SERVER, CONFIG_REPOSITORY -> COORDINATION;
      case GATEWAY, LOAD_BALANCER, WEB_SERVER, WEB_APP -> GATEWAYS;
      case TRACING, METRICS, DASHBOARD, LOGGING -> OBSERVABILITY;
      case ADMIN, MAIL, EXTERNAL_SERVICE, USER -> OTHERS;
    };
  }
}
