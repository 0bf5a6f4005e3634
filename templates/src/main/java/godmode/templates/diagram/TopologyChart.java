package godmode.templates.diagram;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import godmode.templates.Role;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The topology as a Mermaid flow chart. Solid arrows are synchronous, dotted ones asynchronous,
 * thick ones replicate. Ids are counted, so that no name of the repository becomes syntax.
 */
public final class TopologyChart {
  /** Above this many components they are drawn in groups. */
  private static final int GROUPED_FROM = 12;

  private static final int MANY = 4;

  private TopologyChart() {}

  public static String of(Topology topology) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (Component component : topology.components()) {
      ids.put(component.id(), "n" + (ids.size() + 1));
    }
    boolean large = ids.size() > GROUPED_FROM;
    if (large) {
      groups(topology.components(), ids, out);
    } else {
      nodes(topology.components(), ids, out);
    }
    edges(topology.connections(), ids, large, out);
    return out.toString();
  }

  private static void nodes(
      List<Component> components, Map<String, String> ids, StringBuilder out) {
    components.forEach(
        part -> out.append("  ").append(ids.get(part.id())).append(node(part)).append('\n'));
  }

  private static void groups(
      List<Component> components, Map<String, String> ids, StringBuilder out) {
    int group = 0;
    for (Role role : Role.values()) {
      List<Component> parts = components.stream().filter(c -> Role.of(c.type()) == role).toList();
      if (!parts.isEmpty()) {
        group++;
        out.append("  subgraph g").append(group);
        out.append("[\"").append(role.title()).append("\"]\n");
        nodes(parts, ids, out);
        out.append("  end\n");
      }
    }
  }

  /** In a large picture, what many components do alike is one arrow from all of them. */
  private static void edges(
      List<Connection> connections, Map<String, String> ids, boolean large, StringBuilder out) {
    Map<String, List<Connection>> alike = new LinkedHashMap<>();
    for (Connection connection : connections) {
      if (ids.containsKey(connection.source()) && ids.containsKey(connection.target())) {
        alike
            .computeIfAbsent(
                ids.getOrDefault(connection.target(), "") + label(connection),
                key -> new ArrayList<>())
            .add(connection);
      }
    }
    int folded = 0;
    for (List<Connection> same : alike.values()) {
      if (large && same.size() >= MANY) {
        folded++;
        String all = "m" + folded + "([\"" + same.size() + " components\"])";
        edge(all, same.get(0), ids, out);
      } else {
        same.forEach(
            connection -> edge(ids.getOrDefault(connection.source(), ""), connection, ids, out));
      }
    }
  }

  private static void edge(
      String source, Connection connection, Map<String, String> ids, StringBuilder out) {
    out.append("  ").append(source).append(' ').append(arrow(connection));
    out.append("|\"").append(label(connection)).append("\"| ");
    out.append(ids.get(connection.target())).append('\n');
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
