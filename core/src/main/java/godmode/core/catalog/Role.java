package godmode.core.catalog;

import java.util.Locale;

/** What a technology is used as; one technology may be used as several. */
public enum Role {
  DATABASE,
  CACHE,
  BROKER,
  LOG,
  COORDINATION,
  LOCK_SERVICE,
  DISCOVERY,
  CONFIG,
  GATEWAY,
  LOAD_BALANCER,
  WEB_SERVER,
  OBJECT_STORE,
  SEARCH,
  WORKFLOW,
  IAM,
  SECRET_STORE,
  SCHEDULER,
  STREAM_PROCESSOR,
  FRAMEWORK,
  OBSERVABILITY,
  ADMIN,
  MAIL,
  LOAD_GENERATOR,
  TOOL;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
