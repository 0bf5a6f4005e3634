package godmode.core.evidence;

import java.util.Locale;

/** What flows over a connection; the words are part of the published topology document. */
public enum ConnectionKind {
  CALL,
  DATA,
  PUBLISH,
  CONSUME,
  DISCOVERY,
  CONFIG,
  ROUTE,
  AUTH,
  TRACE,
  LOG,
  METRICS,
  MAIL,
  ADMIN,
  REPLICATION,
  COORDINATION,
  USER,
  /** Start order only; kept where nothing better is known about the pair. */
  DEPENDENCY;

  /** The word in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the caller goes on without waiting for the other side. */
  public boolean isAsynchronous() {
    return this == PUBLISH || this == CONSUME || this == LOG || this == TRACE || this == MAIL;
  }

  /**
   * What an address of something is for, by what is there. An address does not tell whether a
   * client of a broker publishes or consumes; that is a dependency, which gives way to what code
   * says.
   */
  public static ConnectionKind to(ComponentType target) {
    return switch (target) {
      case DATABASE, CACHE, SEARCH, OBJECT_STORE -> DATA;
      case BROKER -> DEPENDENCY;
      case COORDINATION -> COORDINATION;
      case DISCOVERY -> DISCOVERY;
      case CONFIG_SERVER, CONFIG_REPOSITORY -> CONFIG;
      case AUTH_SERVER -> AUTH;
      case TRACING -> TRACE;
      case METRICS -> METRICS;
      case LOGGING -> LOG;
      case MAIL -> MAIL;
      case SERVICE,
          GATEWAY,
          LOAD_BALANCER,
          WEB_SERVER,
          WEB_APP,
          DASHBOARD,
          ADMIN,
          JOB,
          EXTERNAL_SERVICE,
          USER ->
          CALL;
    };
  }
}
