package godmode.detectors.kubernetes;

import java.util.Locale;
import java.util.regex.Pattern;

/** Containers that serve the container beside them: proxies, exporters, log shippers. */
final class Sidecars {
  private static final Pattern NAME =
      Pattern.compile(
          "istio-proxy|linkerd-proxy|envoy(-sidecar|-proxy)?|.*-?exporter.*|cloud-?sql-proxy.*"
              + "|fluent-?bit.*|fluentd.*|filebeat.*|promtail.*|vector|vault-agent.*|jaeger-agent"
              + "|otel-(agent|collector)|opentelemetry-collector.*|.*config-?reloader.*|telegraf"
              + "|oauth2?-proxy.*|git-sync.*|datadog-agent|daprd|consul-(dataplane|connect).*"
              + "|metricbeat.*|xray-daemon.*|aws-xray.*|rbac-proxy|kube-rbac-proxy.*");

  private Sidecars() {}

  /** Whether a container of that name and image is not what its pod is for. */
  static boolean isSidecar(String containerName, String image) {
    return matches(containerName) || matches(Images.baseName(image));
  }

  private static boolean matches(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
