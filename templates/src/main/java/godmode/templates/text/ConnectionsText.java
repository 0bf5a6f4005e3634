package godmode.templates.text;

import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is connected to whom, by the side that opens the connection. What many components do alike,
 * such as sending logs to one place, is one line.
 */
final class ConnectionsText {
  private static final int MANY = 4;
  private static final int NAME_MAX = 26;

  private ConnectionsText() {}

  private record Target(String id, ConnectionKind kind) {
    static Target of(Connection connection) {
      return new Target(connection.target(), connection.kind());
    }

    @Override
    public String toString() {
      return id + " (" + kind.word() + ")";
    }
  }

  static void print(List<Connection> connections, Page page) {
    if (connections.isEmpty()) {
      return;
    }
    page.blank().heading("Connections");
    Map<Target, List<String>> byTarget = new LinkedHashMap<>();
    Map<String, List<String>> bySource = new LinkedHashMap<>();
    for (Connection connection : connections) {
      byTarget
          .computeIfAbsent(Target.of(connection), target -> new ArrayList<>())
          .add(connection.source());
    }
    for (Connection connection : connections) {
      Target target = Target.of(connection);
      if (byTarget.getOrDefault(target, List.of()).size() < MANY) {
        bySource
            .computeIfAbsent(connection.source(), source -> new ArrayList<>())
            .add(target.toString());
      }
    }
    int column =
        4 + Math.min(NAME_MAX, bySource.keySet().stream().mapToInt(Page::width).max().orElse(0));
    bySource.forEach(
        (source, targets) ->
            page.item(
                "  " + Page.cell(source, column - 4), column, "-> " + String.join(", ", targets)));
    byTarget.forEach(
        (target, sources) -> {
          if (sources.size() >= MANY) {
            page.item("  " + sources.size() + " of them", column, "-> " + target);
            page.paragraph(page.ink()::faint, column + 3, String.join(", ", sources));
          }
        });
  }
}
