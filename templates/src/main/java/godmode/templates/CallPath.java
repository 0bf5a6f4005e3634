package godmode.templates;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Connection;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a request reaches: the path, of components of which each waits for the next, to the one
 * that is farthest from where requests come in. To each of them the shortest way counts, so that
 * services that call each other in circles do not make it longer.
 */
public final class CallPath {
  private static final Set<ConnectionKind> WAITS =
      EnumSet.of(
          ConnectionKind.USER,
          ConnectionKind.CALL,
          ConnectionKind.ROUTE,
          ConnectionKind.AUTH,
          ConnectionKind.DATA,
          ConnectionKind.COORDINATION);

  private CallPath() {}

  /** The first of the farthest by name; empty where nobody waits. */
  public static List<String> farthest(Topology topology) {
    Map<String, Set<String>> next = new TreeMap<>();
    Set<String> called = new TreeSet<>();
    for (Connection c : topology.connections()) {
      if (WAITS.contains(c.kind()) && !c.source().equals(c.target())) {
        next.computeIfAbsent(c.source(), id -> new TreeSet<>()).add(c.target());
        called.add(c.target());
      }
    }
    List<String> users =
        topology.components().stream()
            .filter(component -> component.type() == ComponentType.USER)
            .map(Component::id)
            .filter(next::containsKey)
            .toList();
    List<String> begins =
        users.isEmpty()
            ? next.keySet().stream().filter(id -> !called.contains(id)).toList()
            : users;
    return from(begins.isEmpty() ? List.copyOf(next.keySet()) : begins, next);
  }

  private static List<String> from(List<String> begins, Map<String, Set<String>> next) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, Integer> depth = new LinkedHashMap<>();
    Deque<String> queue = new ArrayDeque<>(begins);
    begins.forEach(id -> depth.put(id, 0));
    String last = "";
    while (!queue.isEmpty()) {
      String id = queue.remove();
      int far = depth.getOrDefault(id, 0);
      if (far > depth.getOrDefault(last, 0)) {
        last = id;
      }
      for (String reached : next.getOrDefault(id, Set.of())) {
        if (!depth.containsKey(reached)) {
          depth.put(reached, far + 1);
          before.put(reached, id);
          queue.add(reached);
        }
      }
    }
    List<String> path = new ArrayList<>();
    for (String at = last; !at.isEmpty(); at = before.getOrDefault(at, "")) {
      path.add(0, at);
    }
    return path;
  }
}
