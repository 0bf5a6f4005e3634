package godmode.core.evidence;

/**
 * What kind of file speaks; where two kinds disagree about one environment, the earlier one is
 * believed.
 */
public enum Platform {
  /** Kubernetes manifests, charts, overlays and operator resources. */
  CLUSTER,
  /** Compose files: one host, so every copy shares one failure domain. */
  COMPOSE,
  /** Build files, configuration and source of the applications themselves. */
  APPLICATION
}
