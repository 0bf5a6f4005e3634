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
}
