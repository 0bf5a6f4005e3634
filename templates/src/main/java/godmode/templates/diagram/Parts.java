package godmode.templates.diagram;

import godmode.core.evidence.ComponentType;
import godmode.templates.TopologyGraph;
import godmode.templates.TopologyGraph.Arrow;
import godmode.templates.TopologyGraph.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Divides a large system into parts whose components have more to do with each other than with the
 * rest: two parts are joined as long as the result can still be drawn, those first that have the
 * most arrows between them for their sizes. The same system is always divided the same.
 */
final class Parts {
  /** More boxes than these are no picture that somebody can use. */
  static final int SIZE_MAX = 10;

  private final TopologyGraph graph;
  private final Map<String, Set<String>> neighbours = new HashMap<>();

  private Parts(TopologyGraph graph) {
    this.graph = graph;
  }

  /**
   * A part.
   *
   * @param centre the component that most others of the part have to do with
   * @param ids sorted
   */
  record Part(String centre, List<String> ids) {
    Part {
      ids = List.copyOf(ids);
    }

    String title() {
      return ids.size() == 1 ? centre : "around " + centre;
    }
  }

  /** The parts, the largest first; users and what only observes are in none. */
  static List<Part> of(TopologyGraph graph) {
    return new Parts(graph).divided();
  }

  private List<Part> divided() {
    for (Arrow arrow : graph.arrows()) {
      if (!arrow.background() && !isUser(arrow.source())) {
        neighbours.computeIfAbsent(arrow.source(), id -> new TreeSet<>()).add(arrow.target());
        neighbours.computeIfAbsent(arrow.target(), id -> new TreeSet<>()).add(arrow.source());
      }
    }
    List<Set<String>> parts = new ArrayList<>();
    graph.boxes().stream()
        .map(Box::id)
        .filter(neighbours::containsKey)
        .forEach(id -> parts.add(new TreeSet<>(Set.of(id))));
    Optional<int[]> pair = closest(parts);
    while (pair.isPresent()) {
      Set<String> joined = parts.remove(pair.get()[1]);
      parts.get(pair.get()[0]).addAll(joined);
      pair = closest(parts);
    }
    return parts.stream()
        .map(part -> new Part(centre(part), List.copyOf(part)))
        .sorted(Comparator.comparing((Part part) -> -part.ids().size()).thenComparing(Part::centre))
        .toList();
  }

  private boolean isUser(String id) {
    return graph.boxes().stream()
        .anyMatch(box -> box.id().equals(id) && box.component().type() == ComponentType.USER);
  }

  /** The two parts that have most to do with each other, the earlier one first. */
  private Optional<int[]> closest(List<Set<String>> parts) {
    Map<String, Integer> partOf = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      parts.get(i).forEach(id -> partOf.put(id, at));
    }
    int n = parts.size();
    int[][] between = new int[n][n];
    partOf.forEach(
        (id, at) ->
            neighbours
                .getOrDefault(id, Set.of())
                .forEach(other -> between[at][partOf.getOrDefault(other, at)]++));
    int[] best = {0, 0};
    double most = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        int size = parts.get(i).size() + parts.get(j).size();
        double weight = (double) between[i][j] / ((long) parts.get(i).size() * parts.get(j).size());
        if (size <= SIZE_MAX && weight > most) {
          most = weight;
          best = new int[] {i, j};
        }
      }
    }
    return most > 0 ? Optional.of(best) : Optional.empty();
  }

  private String centre(Set<String> part) {
    return part.stream()
        .max(
            Comparator.comparing(
                    (String id) ->
                        neighbours.getOrDefault(id, Set.of()).stream()
                            .filter(part::contains)
                            .count())
                .thenComparing(id -> neighbours.getOrDefault(id, Set.of()).size())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
