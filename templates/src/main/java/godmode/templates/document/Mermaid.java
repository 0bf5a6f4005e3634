package godmode.templates.document;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import godmode.templates.Untrusted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The topology as a Mermaid flow chart. Solid arrows are synchronous, dotted ones asynchronous,
 * thick ones replicate. Ids are counted, so that no name of the repository becomes syntax.
 */
final class Mermaid {
  private Mermaid() {}

  static String of(Topology topology) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (Component component : topology.components()) {
      String id = "n" + (ids.size() + 1);
      ids.put(component.id(), id);
      out.append("  ").append(id).append(node(component)).append('\n');
    }
    for (Connection connection : topology.connections()) {
      String source = ids.get(connection.source());
      String target = ids.get(connection.target());
      if (source != null && target != null) {
        out.append("  ").append(source).append(' ').append(arrow(connection));
        out.append("|\"").append(label(connection)).append("\"| ").append(target).append('\n');
      }
    }
    return out.toString();
  }

  private static String node(Component component) {
    String text = "\"" + Untrusted.mermaid(component.id()) + detail(component) + "\"";
    return shape(component.type()).replace("*", text);
  }

  private static String shape(ComponentType type) {
    return switch (type) {
      case DATABASE, CACHE, SEARCH, OBJECT_STORE -> "[(*)]";
      case BROKER -> "[[*]]";
      case COORDINATION, DISCOVERY, CONFIG_SERVER, CONFIG_REPOSITORY -> "{{*}}";
      case USER, EXTERNAL_SERVICE -> "([*])";
      case SERVICE,
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
          JOB ->
          "[*]";
    };
  }

  private static String detail(Component component) {
    String technology =
        component.technology().map(id -> "<br/>" + Untrusted.mermaid(id)).orElse("");
    return technology
        + component.replicas().value().filter(n -> n > 1).map(n -> " ×" + n).orElse("");
  }

  private static String arrow(Connection connection) {
    if (connection.kind() == ConnectionKind.REPLICATION) {
      return "==>";
    }
    return connection.isSynchronous() ? "-->" : "-.->";
  }

  private static String label(Connection connection) {
    String kind = connection.kind().word();
    return connection.protocol().isEmpty()
        ? kind
        : kind + " " + Untrusted.mermaid(connection.protocol());
  }
}
