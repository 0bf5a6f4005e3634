package godmode.templates.html;

import godmode.core.evidence.Component;
import godmode.core.fact.Fact;
import godmode.templates.TopologyGraph;
import godmode.templates.TopologyGraph.Arrow;
import godmode.templates.TopologyGraph.Box;
import godmode.templates.Untrusted;
import godmode.templates.html.Drawing.Line;
import godmode.templates.html.Drawing.Owned;
import godmode.templates.html.Drawing.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places a topology in layers from left to right, callers before what they call, with the layered
 * algorithm of the Eclipse Layout Kernel. The same topology gives the same picture.
 */
final class TopologyLayout {
  private static final int NAME_MAX = 30;
  private static final double NAME_STEP = 7.4;
  private static final double DETAIL_STEP = 6.2;
  private static final int PADDING = 14;
  private static final int HEAD = 42;
  private static final int LINE = 18;
  private static final int MARGIN = 16;
  private static final int CORNER = 6;

  private final TopologyGraph graph;
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<Arrow, ElkEdge> edges = new LinkedHashMap<>();

  private TopologyLayout(TopologyGraph graph) {
    this.graph = graph;
  }

  static Drawing of(TopologyGraph graph) {
    return new TopologyLayout(graph).draw();
  }

  private Drawing draw() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);
    root.setProperty(LayeredOptions.ASPECT_RATIO, 1.7);
    root.setProperty(LayeredOptions.MERGE_EDGES, graph.isLarge());
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    for (Box box : graph.boxes()) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(width(box), HEAD + (double) LINE * box.owned().size());
      nodes.put(box.id(), node);
    }
    for (Arrow arrow : graph.arrows()) {
      ElkNode source = nodes.get(arrow.source());
      ElkNode target = nodes.get(arrow.target());
      if (!arrow.background() && source != null && target != null) {
        edges.put(arrow, ElkGraphUtil.createSimpleEdge(source, target));
      }
    }
    new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
    return drawn(root);
  }

  private Drawing drawn(ElkNode root) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Box box : graph.boxes()) {
      ElkNode node = nodes.get(box.id());
      if (node != null) {
        shapes.put(box.id(), shape(box, node));
      }
    }
    List<Line> lines = new ArrayList<>();
    edges.forEach((arrow, edge) -> lines.add(new Line(arrow, path(edge))));
    for (Arrow arrow : graph.arrows()) {
      Shape source = shapes.get(arrow.source());
      Shape target = shapes.get(arrow.target());
      if (arrow.background() && source != null && target != null) {
        lines.add(new Line(arrow, curve(source, target)));
      }
    }
    return new Drawing(
        rounded(root.getWidth()) + 2 * MARGIN,
        rounded(root.getHeight()) + 2 * MARGIN,
        List.copyOf(shapes.values()),
        lines);
  }

  private static Shape shape(Box box, ElkNode node) {
    int x = rounded(node.getX()) + MARGIN;
    int y = rounded(node.getY()) + MARGIN;
    List<Owned> owned = new ArrayList<>();
    for (Component store : box.owned()) {
      owned.add(new Owned(store, title(store), y + HEAD + LINE * owned.size()));
    }
    return new Shape(
        box,
        title(box.component()),
        detail(box.component()),
        owned,
        x,
        y,
        rounded(node.getWidth()),
        rounded(node.getHeight()));
  }

  private static double width(Box box) {
    double widest =
        Math.max(
            NAME_STEP * columns(title(box.component())),
            DETAIL_STEP * columns(detail(box.component())));
    for (Component store : box.owned()) {
      widest = Math.max(widest, DETAIL_STEP * columns(title(store)) + 2 * PADDING);
    }
    return Math.ceil(Math.max(widest, 60) + 2 * PADDING);
  }

  private static String title(Component component) {
    return Untrusted.clipped(component.id(), NAME_MAX);
  }

  /** Its technology or type, and how many run where that is more than one. */
  private static String detail(Component component) {
    Fact<Integer> replicas = component.replicas();
    String what = component.technology().orElse(component.type().word());
    return what + replicas.value().filter(n -> n > 1).map(n -> " ×" + n).orElse("");
  }

  /** Letters of East Asia and emoji take two. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }

  private static String path(ElkEdge edge) {
    List<double[]> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new double[] {section.getStartX(), section.getStartY()});
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new double[] {bend.getX(), bend.getY()});
      }
      points.add(new double[] {section.getEndX(), section.getEndY()});
    }
    return rounded(points);
  }

  /** Straight pieces whose corners are rounded. */
  private static String rounded(List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double[] here = points.get(i);
      if (i == 0) {
        path.append('M').append(at(here));
      } else if (i == points.size() - 1) {
        path.append('L').append(at(here));
      } else {
        path.append('L').append(at(towards(here, points.get(i - 1))));
        path.append('Q').append(at(here)).append(' ');
        path.append(at(towards(here, points.get(i + 1))));
      }
    }
    return path.toString();
  }

  private static double[] towards(double[] from, double[] to) {
    double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return new double[] {from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share};
  }

  private static String at(double[] point) {
    return rounded(point[0] + MARGIN) + " " + rounded(point[1] + MARGIN);
  }

  /** From side to side, where both are in one column from below to above. */
  private static String curve(Shape source, Shape target) {
    if (Math.abs(source.middle() - target.middle()) < source.width()) {
      int from = source.y() < target.y() ? source.y() + source.height() : source.y();
      int to = source.y() < target.y() ? target.y() : target.y() + target.height();
      int half = (from + to) / 2;
      return cubic(
          source.middle(), from, source.middle(), half, target.middle(), half, target.middle(), to);
    }
    boolean forward = source.middle() < target.middle();
    int from = forward ? source.x() + source.width() : source.x();
    int to = forward ? target.x() : target.x() + target.width();
    int half = (from + to) / 2;
    return cubic(
        from, source.centre(), half, source.centre(), half, target.centre(), to, target.centre());
  }

  private static String cubic(int... c) {
    return "M" + c[0] + " " + c[1] + "C" + c[2] + " " + c[3] + " " + c[4] + " " + c[5] + " " + c[6]
        + " " + c[7];
  }

  private static int rounded(double length) {
    return (int) Math.round(length);
  }
}
