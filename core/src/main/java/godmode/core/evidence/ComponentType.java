package godmode.core.evidence;

import java.util.Locale;

/** What a component is for. The words are part of the published topology document. */
public enum ComponentType {
  SERVICE,
  DATABASE,
  CACHE,
  BROKER,
  SEARCH,
  OBJECT_STORE,
  COORDINATION,
  DISCOVERY,
  CONFIG_SERVER,
  CONFIG_REPOSITORY,
  GATEWAY,
  LOAD_BALANCER,
  WEB_SERVER,
  WEB_APP,
  AUTH_SERVER,
  TRACING,
  METRICS,
  DASHBOARD,
  LOGGING,
  ADMIN,
  MAIL,
  JOB,
  EXTERNAL_SERVICE,
  USER;

  /** The word in documents: {@code object-store}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it keeps data or membership that a lost node can take with it. */
  public boolean keepsState() {
    return switch (this) {
      case DATABASE, CACHE, BROKER, SEARCH, OBJECT_STORE, COORDINATION -> true;
      case SERVICE,
          DISCOVERY,
          CONFIG_SERVER,
          CONFIG_REPOSITORY,
          GATEWAY,
          LOAD_BALANCER,
          WEB_SERVER,
          WEB_APP,
          AUTH_SERVER,
          TRACING,
          METRICS,
          DASHBOARD,
          LOGGING,
          ADMIN,
          MAIL,
          JOB,
          EXTERNAL_SERVICE,
          USER ->
          false;
    };
  }
}
