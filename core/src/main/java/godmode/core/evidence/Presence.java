package godmode.core.evidence;

/** In which way a repository shows a component, strongest first. */
public enum Presence {
  /** A manifest or Compose file runs it. */
  DEPLOYED,
  /** A module of this repository builds it, and it can be started. */
  BUILT,
  /** A connection string or address names it. */
  ADDRESSED,
  /** A client library or an annotation shows that one is used, and nothing says which. */
  USED
}
