package godmode.templates.diagram;

import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Topology;
import godmode.templates.TopologyGraph;
import godmode.templates.TopologyGraph.Arrow;
import godmode.templates.TopologyGraph.Box;
import godmode.templates.Values;
import godmode.templates.diagram.Flowchart.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What runs and who uses what, in the manner of a C4 container view. A system that fits is one
 * picture. A larger one is a picture of its parts, and then one of each part with what lies around
 * it.
 */
public final class ContainerView {
  private static final int ARROWS_MAX = 40;

  private static final int NAMED_MAX = 2;

  /** Begins the key of a part; no component is called so. */
  private static final String PART = "\u0000part ";

  private final Topology topology;
  private final TopologyGraph graph;
  private final List<Parts.Part> parts;
  private final Map<String, Integer> partOf = new LinkedHashMap<>();

  private ContainerView(Topology topology) {
    this.topology = topology;
    this.graph = TopologyGraph.of(topology);
    boolean fits =
        graph.boxes().size() <= TopologyGraph.LARGE && graph.arrows().size() <= ARROWS_MAX;
    this.parts = fits ? List.of() : Parts.of(graph);
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      parts.get(i).ids().forEach(id -> partOf.put(id, at));
    }
  }

  /**
   * A picture.
   *
   * @param title what it shows; empty for the whole system
   * @param members the components that are drawn in full, for a table beside it
   */
  public record Picture(String title, String diagram, List<String> members) {}

  /** The pictures, the one of the whole system first. */
  public static List<Picture> of(Topology topology) {
    ContainerView view = new ContainerView(topology);
    if (view.parts.size() < 2) {
      return List.of(view.whole());
    }
    List<Picture> pictures = new ArrayList<>();
    pictures.add(view.overview());
    for (int i = 0; i < view.parts.size(); i++) {
      if (view.parts.get(i).ids().size() > 1) {
        pictures.add(view.focus(i));
      }
    }
    return pictures;
  }

  /** What observes, registers or configures and is in no picture of a large system. */
  public static List<String> leftOut(Topology topology) {
    ContainerView view = new ContainerView(topology);
    boolean whole = view.parts.size() < 2;
    return view.graph.boxes().stream()
        .filter(box -> box.component().type() != ComponentType.USER)
        .map(Box::id)
        .filter(id -> whole ? !view.isDrawn(id) : !view.partOf.containsKey(id))
        .toList();
  }

  private Picture whole() {
    Flowchart chart = new Flowchart("LR");
    graph.boxes().stream().filter(box -> isDrawn(box.id())).forEach(box -> node(chart, box));
    for (Arrow arrow : graph.arrows()) {
      if (!arrow.background()) {
        chart.edge(arrow.source(), arrow.target(), line(arrow), Labels.flow(arrow.connections()));
      }
    }
    chart.colour();
    return new Picture("", chart.toString(), List.of());
  }

  /** In a large picture what only registers, configures or observes is left out. */
  private boolean isDrawn(String id) {
    return !graph.isLarge()
        || graph.arrows().stream()
            .anyMatch(a -> !a.background() && (a.source().equals(id) || a.target().equals(id)));
  }

  private void node(Flowchart chart, Box box) {
    chart.node(box.id(), Shape.of(box.component().type()), Labels.container(box, topology));
  }

  private static Line line(Arrow arrow) {
    if (arrow.isReplicating()) {
      return Line.COPIES;
    }
    return arrow.isAsynchronous() ? Line.GOES_ON : Line.WAITS;
  }

  /** Where an arrow ends in the picture of the parts: a part, a user, or nowhere. */
  private String place(String id) {
    Integer part = partOf.get(id);
    if (part != null) {
      return PART + part;
    }
    return isUser(id) ? id : "";
  }

  private boolean isUser(String id) {
    return topology
        .component(id)
        .filter(component -> component.type() == ComponentType.USER)
        .isPresent();
  }

  private Picture overview() {
    Flowchart chart = new Flowchart("LR");
    graph.boxes().stream().filter(box -> isUser(box.id())).forEach(box -> node(chart, box));
    for (int i = 0; i < parts.size(); i++) {
      Parts.Part part = parts.get(i);
      chart.node(
          PART + i,
          part.ids().size() == 1 ? shape(part.centre()) : Shape.BOX,
          List.of(
              part.title(),
              part.ids().size() == 1 ? "" : Values.count(part.ids().size(), "component")));
    }
    Map<List<String>, Set<Arrow>> between = new LinkedHashMap<>();
    for (Arrow arrow : graph.arrows()) {
      String from = place(arrow.source());
      String to = place(arrow.target());
      if (!arrow.background() && !from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        between.computeIfAbsent(List.of(from, to), k -> new LinkedHashSet<>()).add(arrow);
      }
    }
    between.forEach((ends, same) -> chart.edge(ends.get(0), ends.get(1), line(same), count(same)));
    chart.colour();
    return new Picture("", chart.toString(), List.of());
  }

  private Shape shape(String id) {
    return topology.component(id).map(c -> Shape.of(c.type())).orElse(Shape.BOX);
  }

  private static Line line(Set<Arrow> same) {
    return same.stream().allMatch(Arrow::isAsynchronous) ? Line.GOES_ON : Line.WAITS;
  }

  private static String count(Set<Arrow> same) {
    return same.size() == 1 ? "" : String.valueOf(same.size());
  }

  /** One part in full; of the others only those ends that it has to do with, by part. */
  private Picture focus(int index) {
    Parts.Part part = parts.get(index);
    Flowchart chart = new Flowchart("LR");
    chart.open(part.title());
    graph.boxes().stream()
        .filter(box -> part.ids().contains(box.id()))
        .forEach(box -> node(chart, box));
    chart.close();
    Map<String, List<String>> outside = new TreeMap<>();
    for (Arrow arrow : graph.arrows()) {
      if (!arrow.background()) {
        note(outside, index, arrow.source(), arrow.target());
        note(outside, index, arrow.target(), arrow.source());
      }
    }
    outside.forEach(
        (key, names) -> chart.node(key, Shape.ROUND, List.of(title(key), which(names))));
    Map<List<String>, Set<Arrow>> drawn = new LinkedHashMap<>();
    for (Arrow arrow : graph.arrows()) {
      String from = end(index, arrow.source());
      String to = end(index, arrow.target());
      if (!arrow.background() && chart.has(from) && chart.has(to) && touches(part, arrow)) {
        drawn.computeIfAbsent(List.of(from, to), k -> new LinkedHashSet<>()).add(arrow);
      }
    }
    drawn.forEach((ends, same) -> chart.edge(ends.get(0), ends.get(1), line(same), count(same)));
    chart.colour();
    return new Picture(part.title(), chart.toString(), part.ids());
  }

  private static String which(List<String> names) {
    return names.size() <= NAMED_MAX
        ? String.join(", ", names)
        : Values.count(names.size(), "component");
  }

  private static boolean touches(Parts.Part part, Arrow arrow) {
    return part.ids().contains(arrow.source()) || part.ids().contains(arrow.target());
  }

  private String end(int index, String id) {
    return parts.get(index).ids().contains(id) ? id : place(id);
  }

  private void note(Map<String, List<String>> outside, int index, String inside, String other) {
    String key = end(index, other);
    if (parts.get(index).ids().contains(inside)
        && !parts.get(index).ids().contains(other)
        && !key.isEmpty()) {
      List<String> names = outside.computeIfAbsent(key, k -> new ArrayList<>());
      if (!names.contains(other)) {
        names.add(other);
      }
    }
  }

  private String title(String key) {
    return key.startsWith(PART)
        ? parts.get(Integer.parseInt(key.substring(PART.length()))).title()
        : "";
  }

  /** All parts with their components, for a table. */
  public static List<Picture> parts(Topology topology) {
    return new ContainerView(topology)
        .parts.stream().map(part -> new Picture(part.title(), "", part.ids())).toList();
  }
}
